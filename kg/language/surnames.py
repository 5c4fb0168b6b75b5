"""Whether a few ideographs can be a person's name."""

from __future__ import annotations

import re

from kg.language.text import HAN

# The surnames of more than 99 % of Han Chinese, most frequent first (public census lists).
_SINGLE = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟"
    "殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时"
    "穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明"
    "佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰"
    "支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅"
    "利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植富尧由竺庾鄂言暴贝誉水来续钮宓糜降斐能苍双逄谯铁佴靖庹占菅哲多逢"
)
_COMPOUND = (
    "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|端木|夏侯|轩辕|长孙|"
    "宇文|鲜于|闾丘|呼延|拓跋|南宫|西门|独孤|澹台|申屠|太史|钟离|淳于"
)
_COMPOUND_FIRST = re.compile(_COMPOUND)
_HAN_NAME = re.compile(rf"(?:{_COMPOUND})[{HAN}]{{1,2}}|[{HAN}]{{2,4}}")
# 买买提·艾力, 扎西·达瓦: a name that its own mark gives away.
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}[·•][{HAN}]{{1,10}}(?:[·•][{HAN}]{{1,10}})?")
# Words of captions and credits that begin with a surname's character.
_WORDS = frozenset(
    (
        "单位",
        "资料",
        "党员",
        "全体",
        "公司",
        "高级",
        "安全",
        "和平",
        "成员",
        "方面",
        "干部",
        "党委",
        "党支部",
        "时间",
    )
)


def is_name(text: str) -> bool:
    """Whether the text looks like a full personal name: a surname and one or two ideographs, or 买买提·艾力.

    Four ideographs are a compound surname's or two surnames' name (欧阳某某, 张王某某).
    """
    if _DOTTED.fullmatch(text):
        return True
    if text in _WORDS or not _HAN_NAME.fullmatch(text):
        return False
    if len(text) == 4:
        return _COMPOUND_FIRST.match(text) is not None or (text[0] in _SINGLE and text[1] in _SINGLE)
    return text[0] in _SINGLE or (len(text) == 3 and _COMPOUND_FIRST.match(text) is not None)
