//! Traditional Chinese read as simplified, so that the words of the language stand in one list, and a base need not
//! have each of its names twice.
//!
//! The characters of both are three bytes each, so every place in the text stays where it is.

use std::borrow::Cow;
use std::sync::LazyLock;

/// Traditional characters, each before its simplified one.
#[rustfmt::skip]
const PAIRS: &str = "\
    個个這这億亿萬万從从數数據据經经濟济達达佔占長长總总產产業业為为與与國国發发報报顯显較较來来後后會会過过還还將将並并計计劃划規规標标準准\
    約约額额幣币際际實实現现領领導导網网絡络電电務务資资訊讯訂订設设護护點点關关開开問问間间門门聞闻聯联僅仅預预測测題题類类顧顾項项須须順顺\
    風风飛飞餘余館馆體体進进運运連连遠远適适選选遞递遲迟鄉乡農农鎮镇銀银錄录鏈链錢钱鋼钢針针釋释裡里裏里創创劇剧劑剂動动勢势勞劳勁劲區区協协\
    單单衛卫廠厂歷历壓压廣广廳厅廈厦張张強强彈弹復复複复徵征應应態态懷怀懸悬戰战戶户拋抛掃扫換换擔担擴扩攜携擁拥擇择擊击擬拟損损搖摇攝摄攤摊\
    敗败時时晉晋書书東东條条極极構构樓楼樞枢樣样機机權权歐欧歡欢歸归殘残毀毁氣气沒没滿满漲涨潔洁潛潜濱滨灣湾災灾烏乌無无煙烟熱热營营燈灯爭争\
    狀状獎奖獨独獲获環环瑪玛畝亩畢毕療疗盡尽監监盤盘確确碼码礎础禮礼種种稱称積积穩稳穀谷窮穷競竞筆笔節节範范築筑簡简簽签糧粮紀纪紅红納纳紛纷\
    純纯級级細细終终組组結结給给統统絕绝綜综綠绿維维緊紧線线編编緩缓緻致縣县縮缩績绩織织繼继續续罰罚羅罗義义習习聖圣聲声職职脫脱臨临舉举興兴\
    舊旧艦舰藝艺蘇苏藍蓝蘭兰處处號号蝕蚀補补裝装製制視视親亲覺觉覽览觀观觸触討讨訓训記记許许論论評评詞词試试詢询話话該该詳详認认語语誤误說说\
    説说誰谁課课調调談谈請请諸诸謀谋證证識识議议譯译讀读變变讓让豐丰貢贡財财貧贫貨货販贩責责貸贷費费貿贸賀贺賣卖賦赋質质賬账購购賽赛贈赠贏赢\
    軌轨軍军軟软載载輔辅輛辆輕轻輪轮輯辑輸输轄辖轉转迴回郵邮醫医鐵铁錯错鋪铺鍵键鐘钟閉闭閱阅隊队階阶陽阳陰阴陸陆險险隨随雖虽雙双雜杂難难雲云\
    霧雾靈灵靜静頁页頂顶頓顿頭头頻频願愿顛颠飲饮養养馬马駐驻驅驱驗验驚惊魚鱼鮮鲜鳥鸟麗丽麥麦黨党齊齐齡龄龍龙憑凭啟启啓启園园圍围團团圖图場场\
    塊块墊垫壯壮夠够夢梦奪夺婦妇媽妈寫写寬宽寶宝審审對对專专尋寻層层屬属島岛帶带幹干幾几庫库廢废彙汇匯汇彎弯徹彻恆恒惡恶愛爱慣惯慶庆憂忧憲宪\
    戲戏執执挾挟採采揚扬撐撑撥拨於于內内樂乐橋桥檢检欄栏決决況况涼凉湧涌溫温漸渐潤润濃浓濕湿瀏浏異异疊叠癥症盜盗眾众眞真睏困矚瞩碩硕禦御稅税\
    筍笋籌筹糾纠紐纽紙纸絲丝緒绪緣缘縱纵纜缆罷罢膠胶腦脑腳脚臺台薦荐藥药虛虚蟲虫術术衝冲襲袭託托詐诈誌志誠诚謝谢謹谨譽誉贊赞趕赶趨趋跡迹踐践\
    躍跃蹤踪軸轴輝辉辦办遊游遷迁邁迈邊边鄰邻醞酝釐厘鈔钞鉛铅銅铜銷销鋒锋鑒鉴閒闲闊阔陣阵隱隐雞鸡離离韓韩響响頒颁頗颇顆颗飆飙飯饭駕驾騰腾驟骤\
    髮发鬆松鬥斗\
    爲为們们學学員员華华當当兩两價价亞亚衆众車车羣群傳传別别優优爾尔見见參参堅坚嚴严麼么劉刘則则備备負负兒儿講讲訪访斷断陳陈澤泽師师屆届榮荣獻献崗岗黃黄減减歲岁卻却揮挥寧宁幫帮偉伟鄧邓勝胜買买喫吃樹树漢汉畫画剛刚聽听奮奋奧奥紹绍貴贵吳吴貫贯礦矿違违艱艰鍾钟楊杨訴诉鵬鹏趙赵孫孙\
    債债葉叶練练籃篮傷伤勵励魯鲁儀仪薩萨籤签噸吨貝贝莊庄錦锦鄭郑曉晓祕秘傑杰諾诺擺摆掛挂賓宾壞坏夥伙亂乱蕩荡盧卢搶抢僑侨慮虑儲储繞绕圓圆遺遗辭辞償偿鑑鉴貼贴峯峰蓋盖遼辽倫伦虧亏幟帜豬猪僞伪脹胀壇坛峽峡嵐岚萊莱敵敌徑径賞赏壽寿濤涛誼谊冊册傾倾喬乔謂谓爺爷滅灭誕诞賴赖籲吁嗎吗詩诗\
    欽钦棄弃賠赔殺杀檔档嶺岭輿舆淨净紡纺肅肃嶽岳呂吕宮宫橫横暫暂鳳凤兌兑賈贾鳴鸣凍冻輩辈膽胆鞏巩韋韦暢畅鑽钻鬧闹錫锡豔艳臉脸飽饱馮冯牀床溼湿鏡镜溝沟牆墙擾扰賄贿闢辟駛驶貶贬叢丛樸朴鎖锁憶忆側侧巖岩診诊牽牵貪贪閣阁閃闪綱纲厲厉礙碍餃饺爛烂猶犹棟栋凱凯淚泪蓮莲槍枪訟讼鄒邹嘆叹諮咨\
    繳缴煉炼擠挤鴻鸿飾饰繪绘娛娱灘滩漁渔嘗尝劍剑陝陕偵侦瀾澜飄飘脈脉茲兹辯辩燒烧籠笼臘腊滾滚廟庙騙骗壩坝脅胁倉仓帳帐攬揽蔣蒋銖铢頑顽綿绵悅悦蒼苍勳勋轟轰塵尘灑洒濫滥賢贤剝剥滯滞墾垦湯汤彌弥鎔镕譚谭闡阐髒脏燦灿穎颖鬱郁誘诱鶴鹤喚唤懲惩龔龚獄狱櫃柜顏颜帥帅龐庞誇夸噴喷銳锐闖闯滬沪\
    儉俭遙遥壟垄煩烦錠锭銘铭鍋锅謙谦馳驰掙挣彥彦敘叙轎轿撫抚喪丧瓊琼塗涂賺赚飼饲鍛锻鑄铸僕仆繩绳鎊镑犧牺縫缝驕骄嬰婴淺浅撲扑騎骑韻韵爐炉蘊蕴蕭萧閻阎醜丑鴨鸭丟丢聰聪譜谱屢屡締缔譴谴勸劝倆俩頌颂擋挡輻辐齋斋嶄崭纖纤盞盏諧谐慘惨澱淀滸浒柵栅産产覈核佈布曆历昇升週周";

/// What each character from U+4E00 on is in simplified writing; nought where it is the same.
static SIMPLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; usize::from(LAST - FIRST) + 1];
    let mut letters = PAIRS.chars().filter(|letter| !letter.is_whitespace());
    while let (Some(one), Some(two)) = (letters.next(), letters.next()) {
        if let (Some(at), Ok(simple)) = (place(one), u16::try_from(u32::from(two))) {
            table[at] = simple;
        }
    }
    table
});

const FIRST: u16 = 0x4e00;
const LAST: u16 = 0x9fff;

fn place(letter: char) -> Option<usize> {
    let code = u16::try_from(u32::from(letter)).ok()?;
    (FIRST..=LAST).contains(&code).then(|| usize::from(code - FIRST))
}

/// The simplified character; none when it is the same.
fn simple(letter: char) -> Option<char> {
    match letter {
        '「' => return Some('“'),
        '」' => return Some('”'),
        _ => {}
    }
    let code = SIMPLE[place(letter)?];
    char::from_u32(u32::from(code)).filter(|simple| code > 0 && *simple != letter)
}

/// A bit for each traditional character: in the number that its first two bytes tell, the one that its third tells.
static TRADITIONAL: [u64; 1 << 10] = {
    let mut bits = [0; 1 << 10];
    let letters = PAIRS.as_bytes();
    let mut at = 0;
    while at + 6 <= letters.len() {
        let (one, two, three) = (letters[at], letters[at + 1], letters[at + 2]);
        let differs = one != letters[at + 3] || two != letters[at + 4] || three != letters[at + 5];
        let bit = 1 << (three & 63);
        let number = &mut bits[number(one, two)];
        *number = if differs { *number | bit } else { *number & !bit };
        at += 6;
    }
    bits
};

/// What the first two bytes of a character of three tell of it.
const fn number(one: u8, two: u8) -> usize {
    ((one & 15) as usize) << 6 | (two & 63) as usize
}

/// Where the first traditional character of a text stands. Most texts have none, and long ones are looked through for it.
fn first(text: &str) -> Option<usize> {
    const STRETCH: usize = 64;
    // Characters from U+4E00 to U+9FFF begin with one of these bytes.
    let begins = |byte: u8| (0xe4..=0xe9).contains(&byte);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = bytes.len().min(at + STRETCH);
        if !bytes[at..end].iter().fold(false, |any, byte| any | begins(*byte)) {
            at = end;
            continue;
        }
        while at < end {
            if !begins(bytes[at]) {
                at += 1;
                continue;
            }
            let [one, two, three] = *bytes[at..].first_chunk()?;
            if (TRADITIONAL[number(one, two)] >> (three & 63)) & 1 == 1 {
                return Some(at);
            }
            at += 3;
        }
    }
    None
}

/// A text in simplified characters; each byte of it stands where it stood. 「」 are the quotation marks of traditional
/// print.
pub(super) fn simplified(text: &str) -> Cow<'_, str> {
    let Some(first) = first(text) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    let letters = |out: &mut String, text: &str| {
        out.extend(text.chars().map(|letter| simple(letter).unwrap_or(letter)))
    };
    match text[..first].contains('「') {
        true => letters(&mut out, &text[..first]),
        false => out.push_str(&text[..first]),
    }
    letters(&mut out, &text[first..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_its_simplified_one_of_the_same_length() {
        let letters: Vec<char> = PAIRS.chars().filter(|letter| !letter.is_whitespace()).collect();
        assert_eq!(letters.len() % 2, 0);
        assert!(letters.iter().all(|letter| letter.len_utf8() == 3));
        assert_eq!(
            simplified("佔國內生產總值比重達三成，較2015年擴大"),
            "占国内生产总值比重达三成，较2015年扩大"
        );
        assert_eq!(simplified("「互联网+」行動 (2015)"), "“互联网+”行动 (2015)");
        assert!(matches!(simplified("占比 30.3%，“互联网+”"), Cow::Borrowed(_)));
    }

    proptest::proptest! {
        #[test]
        fn the_first_traditional_character_is_found(text in "([a-z “。数中]{0,90}[據經“]?){0,3}") {
            let is_traditional = |letter: &char| letter.len_utf8() == 3 && *letter >= '一' && simple(*letter).is_some();
            let found = text.char_indices().find(|(_, letter)| is_traditional(letter)).map(|(at, _)| at);
            proptest::prop_assert_eq!(first(&text), found);
        }
    }
}
