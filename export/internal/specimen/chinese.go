package specimen

import "travaux/data"

var chinese = language{
	title:      "关于保护若干国家共有高山湖泊的公约草案",
	body:       "拟订共有高山湖泊公约特设委员会",
	session:    "第三届会议，日内瓦，2026年3月9日至20日",
	agenda:     "项目4：审议订正案文草案",
	state:      "维尔莫拉共和国",
	letterhead: []string{"常驻联合国日内瓦办事处代表团", "14, chemin des Tilleuls, 1202 日内瓦", "mission.geneva@velmora.example"},
	summary: "维尔莫拉欢迎主席分发的订正案文草案，认为该草案为委员会在本届会议上完成工作奠定了良好基础。\n" +
		"有三个问题对代表团尤为重要：通知义务应始于规划阶段，而非施工阶段；各岸的监测数据应具有可比性；沿岸小国应在承担新义务之前，而不仅仅是在承担新义务之后，获得援助。\n" +
		"下列意见按草案顺序排列。凡未提出措辞之处，代表团均可接受现有案文。",
	preamble: data.PublicHeading{Kind: data.KindPreamble, Label: "序言"},
	chapter1: data.PublicHeading{Kind: data.KindChapter, Label: "第一章", Heading: "总则"},
	chapter2: data.PublicHeading{Kind: data.KindChapter, Label: "第二章", Heading: "合作与监测"},
	articles: map[int]data.PublicHeading{
		2: {Kind: data.KindArticle, Label: "第2条", Heading: "术语的使用"}, 4: {Kind: data.KindArticle, Label: "第4条", Heading: "保护湖岸"},
		7: {Kind: data.KindArticle, Label: "第7条", Heading: "计划采取的措施"}, 9: {Kind: data.KindArticle, Label: "第9条", Heading: "监测站"},
		12: {Kind: data.KindArticle, Label: "第12条", Heading: "援助"}, 15: {Kind: data.KindArticle, Label: "第15条", Heading: "争端的解决"},
	},
	provisions: []provision{
		{
			path: "preamble/pp3", kind: data.KindRecital, stance: data.StanceAmend,
			text:      "确认高山湖泊是下游[许多][一些]社区的饮用水源，",
			wording:   "确认高山湖泊及为其供水的冰川是下游许多社区的饮用水源，",
			reasons:   "有关湖泊一半以上的入湖水量来自冰川。如果序言对此只字不提，就无法说明第七条和第九条所要求的措施。",
			citations: "A/RES/75/240，序言部分第八段；A/AC.311/9，第22段",
		},
		{
			article: 2, path: "ch1/art2/b", label: "(b)", kind: data.KindPoint, stance: data.StanceSupport,
			text:    "(b) “共有高山湖泊”是指海拔至少800米、湖岸属于两个或两个以上国家的任何天然湖泊；",
			reasons: "800米的标准由技术专家商定，并得到提交委员会的调查报告的支持。",
		},
		{
			article: 4, path: "ch1/art4/1", label: "一、", kind: data.KindParagraph, stance: data.StanceAmend,
			text:      "一、各缔约国应努力采取适当措施，保持其境内共有高山湖泊湖岸的自然状态。",
			wording:   "一、各缔约国应采取必要措施，保持并在切实可行时恢复其境内共有高山湖泊湖岸的自然状态。",
			reasons:   "仅仅规定“努力”的义务，将弱于所有沿岸国在区域一级已经接受的承诺。“切实可行时”一语为世代以来已有建筑的湖岸留出了各国所需的酌处余地。",
			citations: "A/AC.311/6，第31至34段；A/AC.311/INF/2",
		},
		{
			article: 7, path: "ch1/art7/3/b", paragraph: "三、", label: "(b)", kind: data.KindPoint, stance: data.StanceAmend,
			text:      "(b) 缔约国开始建造可能使共有高山湖泊水位变化超过10厘米的工程的，应在六十天内通知其他沿岸国；",
			wording:   "(b) 缔约国规划可能使共有高山湖泊水位变化超过5厘米的工程的，应在作出决定前至少九十天通知其他沿岸国；",
			reasons:   "只有在计划仍可更改时，通知才有意义。奥尔森湖委员会自1994年以来一直实行九十天的期限，其经验表明，这样的期限不会延误任何项目。\n较低的标准与目前各岸使用的水位计的精确度相符。",
			citations: "A/AC.311/CRP.4 (Part I)，附件，表2",
		},
		{
			article: 7, path: "ch1/art7/4", label: "四、", kind: data.KindParagraph, stance: data.StanceDelete,
			text:    "四、[本条的规定不适用于为军事目的而进行的工程。]",
			reasons: "如此宽泛的例外将使本条失去效力。出于国防目的的工程可以在不披露其用途的情况下予以通知。",
		},
		{
			article: 9, path: "ch2/art9/2", label: "二、", kind: data.KindParagraph, stance: data.StanceAmend,
			text:      "二、缔约国应定期交换其监测站的数据。",
			wording:   "二、缔约国应至少每月一次按照缔约国会议通过的统一格式交换其监测站的数据。",
			reasons:   "“定期”一词曾被理解为从一天到五年不等的任何期间。不可比的数据不能作为联合措施的依据。",
			citations: "A/AC.311/11，第四章",
		},
		{
			article: 9, path: "ch2/art9/3", label: "三、", kind: data.KindParagraph, stance: data.StanceFlexible, unapproved: true,
			text:    "三、缔约国会议可设立一个由不超过[十二名][十五名]成员组成的科学小组。",
			reasons: "代表团更为重视公平地域分配，而不是成员人数。",
		},
		{
			article: 12, path: "ch2/art12", kind: data.KindArticle, stance: data.StanceConditional,
			text:      "鼓励发达缔约国应请求向发展中沿岸国提供技术和资金援助，以执行本公约。",
			wording:   "发达缔约国应应请求向发展中沿岸国提供技术援助，并鼓励其提供资金援助，以筹备和执行本公约。",
			reasons:   "维尔莫拉可以接受第九条第二款规定的义务，条件是尚无监测站的国家能够获得援助。",
			citations: "A/RES/78/237，执行部分第5段；A/AC.311/14/Rev.2，第九条第二款",
		},
		{
			article: 15, path: "ch2/art15/1", label: "一、", kind: data.KindParagraph, stance: data.StanceReserve,
			text:    "一、两个或两个以上缔约国之间关于本公约的解释或适用的任何争端，如在[六个月][十二个月]内未能通过谈判解决，应根据其中一个缔约国的请求提交仲裁。",
			reasons: "待第十六条案文商定后，代表团将再次审议本款。",
		},
	},
}
