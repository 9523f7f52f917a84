package clause

import (
	"regexp"

	"travaux/data"
)

func chinese() *lexicon {
	return &lexicon{
		lang:    data.Chinese,
		stems:   fieldsOf("生效 保留 争端 争议 致 多数 过半数 保存 保管 作准 效力 限 签 计"),
		units:   unitsOf("d: 天 日; w: 周; m: 月; y: 年"),
		fillers: fieldsOf("个 整"),

		monthly: pattern(`^(?:期限?)?(?:期满|届满|期限届满|之后)?(?:之日)?(?:后|之后)?的?(?:下(?:#1个?月|~0y1m0d)|次月|下个月|下月|翌月)的?(?:@1[天日]|首日|#1日|~0y0m1d)`),

		force:      pattern(`生效`),
		joins:      pattern(`对于?(?:在|每|任何|各|该|其|一|#1|后来|凡)|就每|对每`),
		deposit:    pattern(`交存|存放|批准书|文书`),
		amendment:  pattern(`修正|修改|议定书|附件`),
		denounces:  pattern(`退约|退出|废止通知`),
		effect:     pattern(`生效`),
		reserves:   pattern(`保留`),
		forbidden:  pattern(`不得(?:对本[^，]{1,12})?(?:作出|提出|提具)?(?:任何)?保留|不(?:允许|容许)(?:作出|提出)?(?:任何)?保留`),
		except:     pattern(`除|仅`),
		dispute:    pattern(`争端|争议`),
		sinceLeft:  pattern(`生效(?:之日)?(?:起|后)?满?$`),
		within:     pattern(`(?:不迟于|不晚于|最迟(?:在|于)?|至迟[^.]{0,16})$`),
		withinTail: pattern(`^(?:之内|以内|内)`),
		apart:      pattern(`的每$`),
		every:      pattern(`(?:^|[^的])每隔?$`),
		ahead:      pattern(`^(?:之前|以前|前)`),
		aheadLeft:  pattern(`(?:会议|举行|召开|开始)[^.]{0,4}前$|提前$`),

		instruments: pattern(`(@\d+)(?:份|个|件)?(?:批准|接受|核准|加入|文书|国家|确认|此种)|#(\d+)(?:个|份)(?:国家|文书|批准书|签署国|主权国家|会员国)`),
		parties:     pattern(`#(\d+)个(?:缔约国|缔约方|国家|成员)`),
		uncounted:   pattern(`不得?(?:在[^。]{0,30}(?:以外|之外))?(?:另行|重复|额外)?(?:计算|计入|计为|视为)`),
		consensus:   pattern(`协商(?:#1|一)致`),
		majority:    pattern(`多数|过半数`),
		voting:      pattern(`出席.{0,20}?(?:并|和)?(?:参加)?表决`),
		quorum:      pattern(`法定人数.{0,6}$`),
		depositary: []*regexp.Regexp{
			pattern(`^(.{2,30}?)(?:应)?(?:为|是|担任)(?:本.{2,8}?)?的?(?:指定)?(?:保存人|保管人)`), pattern(`指定(.{2,30}?)为.{0,12}?(?:保存人|保管人)`),
		},
		authentic:  pattern(`同等作准|同样作准|同#1作准|作准文本|均为作准|具有同等效力`),
		langs:      langsOf(`阿拉伯[文语]`, `中文|汉语`, `[英][文语]`, `法[文语]`, `俄[文语]`, `西班牙[文语]`),
		indefinite: pattern(`无限期|期限不限`),
		signature:  pattern(`签署|签字`),
		until:      pattern(`(?:直至|至|截至)#(\d{4})年#(\d+)月#(\d+)日`),
		means: meansOf(
			string(Negotiation), `谈判`, string(Consultation), `协商(?:解决)|磋商`, string(Enquiry), `调查`,
			string(GoodOffices), `斡旋`, string(Mediation), `调停`, string(Conciliation), `和解|调解`, string(Arbitration), `仲裁|公断`,
			string(Judicial), `司法解决|国际法院|国际海洋法法庭`, string(Regional), `区域(?:机关|办法|安排)`,
			string(OwnChoice), `(?:其他|任何)和平(?:方法|手段|方式)|自行选择之?的?和平`,
		),
	}
}
