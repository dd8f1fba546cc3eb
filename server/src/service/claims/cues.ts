/** How sure a finding is: `high` deserves a warning, `medium` an information, `low` a hint. */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * Lexical cues: the wordings that make a reader ask for a reference, or show that none is due.
 * Each is a feature of the model; some also give a finding its reason, or keep the engine silent.
 * No pattern nests an unbounded repetition, so that reading stays linear in the sentence.
 */
export interface Cue {
	readonly id: string;
	readonly pattern: RegExp;
	/** Completes "needs a reference: …". The first cue found that has one gives the reason. */
	readonly why?: string;
	/** Whether the cue alone settles that no reference is due. */
	readonly silences?: true;
	/** How sure a finding is at least where the cue is found, if no other cue silences it. */
	readonly insists?: Confidence;
}

export const cues: readonly Cue[] = [
	// Claims that say why they need support, the plainest first.
	{
		id: 'studies-have',
		why: 'reports what studies have shown',
		insists: 'high',
		pattern:
			/\b(?:studies|trials|reports|authors|researchers|groups|investigators|meta-analyses|experiments)\b[^,;:]{0,40}?\b(?:have|has|had) (?:\w+ly )?(?:also )?(?:shown|demonstrated|reported|found|identified|described|proposed|suggested|observed|revealed|indicated|confirmed|linked|associated|implicated|established|documented|investigated|examined|explored|used|estimated|developed|failed)\b/i,
	},
	{
		id: 'has-been-shown',
		why: 'reports what has been found',
		insists: 'high',
		pattern:
			/\b(?:has|have) (?:(?:also|recently|previously|long|widely|often|now|repeatedly|frequently|only|not|since|already|further|consistently) ){0,2}been (?:(?:also|recently|previously|long|widely|often|repeatedly|frequently|consistently|well|extensively) ){0,2}(?:shown|demonstrated|reported|found|identified|described|proposed|suggested|observed|associated|linked|implicated|correlated|documented|hypothesi[sz]ed|attributed|detected|recogni[sz]ed|established)\b/i,
	},
	{
		id: 'studies-show',
		why: 'reports what studies have shown',
		pattern:
			/\b(?:stud(?:y|ies)|reports?|trials?|meta-analys[ei]s|reviews?|experiments|analyses|work|data|evidence|literature|investigations?|authors?|researchers|investigators|groups?|cohorts?|surveys?|models?)\b.{0,60}?\b(?:show(?:n|ed|s)?|demonstrat(?:ed?|es)|report(?:ed|s)?|found|find|indicat(?:ed?|es)|suggest(?:ed|s)?|reveal(?:ed|s)?|identif(?:y|ied|ies)|confirm(?:ed|s)?|support(?:ed|s)?|implicat(?:ed?|es)|describ(?:ed?|es)|propos(?:ed?|es)|conclud(?:ed?|es)|observ(?:ed?|es)|document(?:ed|s)?)\b/i,
	},
	{
		id: 'reported-passive',
		why: 'reports what has been found',
		pattern:
			/\b(?:has|have|had|was|were|is|are|it is|been)(?: (?:also|been|previously|recently|often|widely|well|long|first|frequently|commonly|repeatedly|increasingly|generally|consistently))* (?:shown|demonstrated|reported|found|identified|described|proposed|suggested|observed|revealed|associated|linked|implicated|known|discovered|developed|estimated|introduced|investigated|established|documented|studied|recognized|recognised|characterized|characterised|correlated|attributed|considered|thought|believed|detected|hypothesized|hypothesised)\b/i,
	},
	{
		id: 'priority',
		why: 'a priority claim',
		pattern:
			/\b(?:(?:was|were|is|are) (?:the )?(?:first|originally|initially)|(?:first|originally|initially) (?:described|reported|proposed|identified|introduced|discovered|isolated|developed|used|demonstrated|observed|applied|shown|published|coined)|the first (?:to|time|report|description|demonstration|evidence|study|human|clinical|case)|pioneer(?:ed|s|ing)?|discovered (?:by|in)|coined|invented)\b/i,
	},
	{
		id: 'statistic',
		why: 'a statistic',
		insists: 'low',
		pattern:
			/\d\s?(?:%|‰|percent\b|per cent\b)|\b(?:hazard|odds|risk|rate|likelihood) ratios?\b|\b(?:95 ?% ?)?confidence intervals?\b|\b[HOR]R\s?[=:]?\s?\d|\bp\s?[<=>≤≥]\s?0?\.\d|\b\d[\d,.]*(?:-| )?fold\b|\b(?:million|billion|thousand)s?\b|\bn\s?=\s?\d|\b\d[\d,.]* (?:patients|cases|deaths|women|men|people|individuals|participants|children|adults|subjects|genes|proteins|years|months|weeks|days)\b/i,
	},
	{
		id: 'proportion',
		why: 'a statement of how often',
		pattern:
			/\b(?:incidence|prevalence|proportion|frequency|majority|minority|one[- ](?:third|quarter|half|fifth|in \w+)|two[- ]thirds|half of|most (?:common|frequent|patients|cases|cancers|tumou?rs)|leading cause|rare(?:ly)?|up to \d|nine out of ten|rates?)\b/i,
	},
	{
		id: 'outcome',
		why: 'a clinical outcome',
		pattern:
			/\b(?:surviv(?:al|ors?)|mortality|prognos(?:is|tic|es)|relapses?|recurrences?|remissions?|deaths?|respon(?:se|d)(?:s|ed)? to (?:treatment|therapy|chemotherapy)|efficacy|toxicity|adverse|side effects|progression-free|approved|FDA|standard of care|first-line|treatments? (?:of|for|with)|therap(?:y|ies)|diagnos(?:is|tic|ed)|symptoms?|patients)\b/i,
	},
	{
		id: 'causal',
		why: 'a causal statement',
		pattern:
			/\b(?:caus(?:e|es|ed|ing|al)|leads? to|led to|leading to|results? in|resulted in|resulting in|promot(?:e|es|ed|ing)|inhibit(?:s|ed|ing|ion)?|induc(?:e|es|ed|ing|tion)|regulat(?:e|es|ed|ing|ion)|activat(?:e|es|ed|ing|ion)|suppress(?:es|ed|ing|ion)?|mediat(?:e|es|ed|ing)|driv(?:e|es|en|ing)|trigger(?:s|ed|ing)?|contribut(?:e|es|ed|ing) to|facilitat(?:e|es|ed|ing)|enhanc(?:e|es|ed|ing)|impair(?:s|ed|ing)?|prevent(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|due to|because of|responsible for|affect(?:s|ed|ing)?|influenc(?:e|es|ed|ing)|block(?:s|ed|ing)?|alter(?:s|ed|ing)?|depends? (?:up)?on|enabl(?:e|es|ed|ing))\b/i,
	},
	{
		id: 'association',
		why: 'a reported association',
		pattern:
			/\b(?:associat(?:ed|ion|ions) (?:with|between)|correlat(?:e|es|ed|ion|ions|ing)|linked (?:to|with)|risk factors?|predict(?:s|ed|ive|ors?)|related to|role (?:of|in)|involved in|implicated|susceptib(?:le|ility))\b/i,
	},
	{
		id: 'comparison',
		why: 'a comparison',
		pattern:
			/\b(?:(?:more|less|fewer)(?: [\w-]+){0,3} than|(?!other\b|rather\b)\w{3,12}er than|compared (?:with|to)|in comparison|relative to|outperform(?:s|ed)?|superior|inferior|as (?:well|good|effective) as|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing))\b/i,
	},
	{
		id: 'consensus',
		why: 'an appeal to what is known',
		pattern:
			/\b(?:(?:well|widely|generally|commonly|long|increasingly|now) (?:known|accepted|established|recogni[sz]ed|acknowledged|believed|thought|understood|used|adopted|appreciated|studied|documented|characteri[sz]ed)|it is known|known to|thought to|believed to|considered (?:to|as|a|the)|evidence (?:that|for|of)|consensus|hallmark|gold standard)\b/i,
	},
	{
		id: 'attribution',
		why: 'names its authors without citing them',
		pattern: /\bet al\b|\b[A-Z][a-z]+ and (?:colleagues|co-?workers|collaborators)\b|\bcolleagues\b|\baccording to\b/,
	},
	{
		id: 'resource',
		why: 'names a method or resource',
		pattern:
			/\b(?:algorithms?|software|packages?|tools?|databases?|datasets?|methods?|pipelines?|frameworks?|approach(?:es)?|techniques?|platforms?|protocols?|kits?|assays?|librar(?:y|ies)|models?|toolkits?|repositor(?:y|ies)|ontolog(?:y|ies)|consorti(?:um|a)|atlas)\b/i,
	},
	// Wordings that show that the sentence needs no reference of its own.
	{ id: 'question', silences: true, pattern: /\?["'”’)\]]*$/ },
	{
		id: 'this-work',
		silences: true,
		pattern:
			/\b(?:in (?:this|the present|the current|our) (?:review|paper|article|chapter|section|study|work|thesis|dissertation|manuscript|report|perspective|survey|tutorial|overview|analysis|commentary)|(?:this|the present|the current|our) (?:review|paper|article|chapter|section|thesis|dissertation|manuscript|perspective|survey|tutorial|commentary)|(?:this|the present|the current) (?:study|work|report)|here,? we|we (?:will|next|first|then|begin|conclude|also) |the (?:following|next|previous|preceding|remaining) (?:sections?|chapters?|paragraphs?))\b/i,
	},
	{
		id: 'own-doing',
		silences: true,
		pattern:
			/\b(?:we|I) (?:\w+ly )?(?:have |also |then |therefore |thus |further |next |first |now )*(?:show|found|find|observed?|present(?:ed)?|propos(?:ed?)|develop(?:ed)?|describ(?:ed?)|discuss(?:ed)?|review(?:ed)?|summari[sz]ed?|us(?:ed?)|analy[sz]ed?|compar(?:ed?)|performed|investigat(?:ed?)|examin(?:ed?)|tested|measured|focus(?:ed)?|identif(?:y|ied)|demonstrat(?:ed?)|report(?:ed)?|introduc(?:ed?)|outline|highlight(?:ed)?|explor(?:ed?)|calculated|determined|evaluat(?:ed?)|assess(?:ed)?|select(?:ed)?|collected|conducted|appl(?:y|ied)|defin(?:ed?)|consider(?:ed)?|provid(?:ed?)|argu(?:ed?)|address(?:ed)?|includ(?:ed?)|trained|built|chose|wish|hope|thank|aim(?:ed)?|were able|cannot|did|do|hypothesi[sz]ed?|believe|note|suggest)\b/i,
	},
	{ id: 'own-possessive', silences: true, pattern: /\b(?:our|ours|my)\b/i },
	{ id: 'first-person', silences: true, pattern: /\b(?:we|us|I)\b/ },
	{
		id: 'cross-reference',
		silences: true,
		pattern:
			/(?:\b(?:see|shown in|described in|discussed in|detailed in|summari[sz]ed in|listed in|presented in|illustrated in|depicted in|refer to|reviewed in) (?:the )?(?:supplement\w*|appendix|section|chapter|tables?|figs?\.?|figures?|box(?:es)?|below|above)\b|^(?:tables?|figs?\.?|figures?|box) (?:S?\d|\{?@)|\b(?:as|see) (?:above|below|mentioned|discussed|described|noted|shown above)\b)/i,
	},
	{ id: 'figure', pattern: /\b(?:figures?|figs?\.|tables?|supplementa(?:ry|l)|appendix|box|chapter|section)\b/i },
	{
		id: 'structure',
		silences: true,
		pattern:
			/^(?:(?:there (?:are|is|remain|exist)|several|many|various|multiple|a (?:number|variety|range) of|the following|some|other|these|two|three|four|five|different)\b.{0,80}:$)|\b(?:as follows|the following (?:are|is)|are (?:listed|summari[sz]ed|described|discussed|outlined) (?:below|above|here|in)|for (?:further|more) (?:details|information)|(?:will be|are) (?:discussed|described|reviewed|presented|covered)|we (?:now )?turn)\b/i,
	},
	{ id: 'colon-end', pattern: /:$/ },
	{
		id: 'thanks',
		silences: true,
		pattern:
			/\b(?:we|authors?|I) (?:\w+ )?(?:thank|acknowledge|are grateful|declare|contributed)\b|\b(?:supported by (?:a |the )?(?:grants?|funding)|conflicts? of interest|competing interests?|funded by|grateful to|all authors (?:read|approved|contributed))\b/i,
	},
	{
		id: 'open-issue',
		pattern:
			/\b(?:future (?:work|research|studies|directions?|efforts?)|further (?:work|research|studies|investigation|analysis|analyses|experiments|development)|remains? (?:to be|unclear|unknown|an open|a challenge|elusive|largely|poorly|controversial|open)|it (?:will|would) be (?:interesting|important|useful|necessary|valuable)|is needed|are needed|is required|are required|open questions?|challenges?|not (?:yet )?(?:known|clear|understood)|poorly understood|little is known)\b/i,
	},
	{
		id: 'opinion',
		pattern:
			/\b(?:should|must|ought|we (?:believe|think|argue|suggest|recommend|hope|feel)|in our (?:view|opinion)|perhaps|hopefully|interestingly|importantly|unfortunately|it is (?:important|possible|likely|worth|clear|necessary|essential|crucial|plausible|conceivable|tempting|reasonable|difficult)|one (?:could|might|may|can|should)|would be|could be|promising)\b/i,
	},
	{
		id: 'definition',
		pattern:
			/\b(?:is|are) (?:defined as|called|termed|referred to as|known as|denoted|named)\b|\b(?:refers? to|is the (?:process|number|ratio|set|study|ability|term)|stands? for|by definition|that is|i\.e\.|meaning that|we (?:define|call|refer))\b/i,
	},
	{
		id: 'result-own',
		silences: true,
		pattern:
			/\b(?:our (?:results?|findings?|data|analys[ie]s|stud(?:y|ies)|approach|method|model|work|observations?|experiments?)|these (?:results|findings|data|observations)|this (?:result|finding|analysis|observation)|the (?:results|findings) (?:of|from|presented|obtained)|\(data not shown\)|were (?:performed|calculated|obtained|collected|incubated|analy[sz]ed|washed|measured|purchased|randomi[sz]ed|included|excluded))\b/i,
	},
	// How the sentence hangs together with its neighbours.
	{
		id: 'continues',
		pattern:
			/^(?:they|he|she|it|its|their|the authors?|the (?:study|trial|researchers|investigators|group|team|method|approach|model|same|latter|former|resulting|patients|results|algorithm|assay|participants|procedure|technique|process)|this|these|those|that|such|here|both|in (?:this|these|that|those|such) |among (?:these|those|them)|of (?:these|those|note)|using (?:this|these)|with (?:this|these)|under this|as a result|that is|in (?:other words|particular|addition|turn)|each of|neither|one of (?:these|them))\b/i,
	},
	{
		id: 'concludes',
		pattern:
			/^(?:thus|therefore|hence|consequently|accordingly|taken together|together|overall|collectively|in (?:summary|conclusion|short|sum)|to (?:summari[sz]e|conclude)|altogether|as such|so|in this way|finally|ultimately)\b/i,
	},
	{
		id: 'adds',
		pattern:
			/^(?:moreover|furthermore|additionally|in addition|also|similarly|likewise|besides|another|second(?:ly)?|third(?:ly)?|first(?:ly)?|next|then|later|subsequently|alternatively|specifically|in particular|indeed|notably|interestingly|importantly)\b/i,
	},
	{
		id: 'contrasts',
		pattern:
			/^(?:however|but|yet|although|though|while|whereas|despite|in contrast|conversely|nevertheless|nonetheless|on the (?:other|contrary|one)|unlike|instead|rather|by contrast|still)\b/i,
	},
	{ id: 'example', pattern: /\b(?:e\.g\.|such as|for example|for instance|including|namely|in the case of)/i },
	{
		id: 'recency',
		pattern:
			/\b(?:recent(?:ly)?|previous(?:ly)?|prior|earlier|to date|in the past|over the (?:last|past)|since|historically|traditionally|currently|nowadays|today|emerging|(?:19|20)\d\d)\b/i,
	},
	{
		id: 'quantifier',
		pattern:
			/\b(?:several|many|multiple|numerous|various|some|most|few|often|typically|usually|frequently|commonly|widely|generally|always|never|sometimes)\b/i,
	},
	{
		id: 'hedge',
		pattern: /\b(?:could|would|may|might|can|possibly|potentially|likely|perhaps|appears?|seems?|presumably)\b/i,
	},
	{ id: 'future', pattern: /\bwill\b/i },
	{ id: 'digit', pattern: /\d/ },
	{ id: 'acronym', pattern: /\b[A-Z][A-Z0-9]+[a-z0-9-]*\b/ },
	{ id: 'gene-like', pattern: /\b[A-Za-z]{2,6}-?\d+[A-Za-z]?\b|\b[a-z]{1,3}[A-Z]{2,}\w*|[α-ωκ]-?[A-Z]/ },
	{ id: 'capital-inside', pattern: /[a-z,)] [A-Z][a-z]{2,}/ },
	{ id: 'semicolon', pattern: /;/ },
	{ id: 'quoted', pattern: /["“”]/ },
	{ id: 'formula', pattern: /\$|[=∑∏∫≈]/ },
	{ id: 'past-verb', pattern: /\b(?:was|were|had|did|\w{3,}ed)\b/ },
	{ id: 'present-verb', pattern: /\b(?:is|are|has|have|does|do)\b/ },
	{
		id: 'procedure',
		pattern: /\b(?:using|used|performed|calculated|default|package|version|software|parameters?|steps?)\b/i,
	},
	{
		id: 'imperative',
		pattern: /^(?:use|consider|note|see|choose|avoid|make|ensure|check|keep|do not|don't|try|run|let)\b/i,
	},
	{ id: 'ends-abruptly', pattern: /[^.!?:;"'”’)\]]$/ },
];
