"""Titles whose words stay whole at the ends of lines.

In: a title, and words that its record knows. Out: escaped HTML with the words that no line may
break within in `<b>`. Breaking 供｜水 costs a reader a second look, and browsers do not know
Chinese words; a short list of those met in official titles prevents most of it. It never changes
the text.
"""

import re
from collections.abc import Iterable
from html import escape

from markupsafe import Markup

WORDS = frozenset(
    "全市 全省 全区 本市 我市 各区 供水 停水 断水 用水 自来水 水厂 水库 水质 水箱 供电"
    " 停电 供气 燃气 天然气 供暖 暖气 公交 地铁 高铁 机场 车站 停车 道路 路段 封路 通行"
    " 班次 票价 大桥 隧道 学校 幼儿园 学生 小学 中学 高考 开学 放假 停课 复课 午餐 学位"
    " 医院 医保 社保 养老金 疫苗 流感 接种 药品 食品 安全 超市 蔬菜 价格 涨价 收费 免费"
    " 补贴 退款 房价 公积金 小区 老旧 改造 电梯 物业 业主 居民 群众 市民 老人 老年 儿童"
    " 企业 商户 台风 暴雨 洪水 泄洪 预警 地震 火灾 爆炸 事故 伤亡 溃坝 险情 抢修 检修 维修"
    " 维护 更换 恢复 运行 正常 异常 平稳 计划 安排 方案 政策 通知 公告 规定 调整 取消 暂停"
    " 停止 开始 结束 继续 实施 执行 办理 申请 登记 发放 发布 公布 确认 核实 调查 处理 处置"
    " 回应 说明 情况 有关 关于 没有 不是 并非 不会 不需 只有 仅有 可以 可能 已经 仍然 目前"
    " 今天 明天 昨天 夜间 凌晨 上午 下午 晚上 小时 分钟 街道 社区 合格 达标 标准 检测 视频"
    " 图片 照片 网传 谣言 不实 属实 旧闻 实际 原因 结果 措施 影响 范围 时间 地点 部门 单位"
    " 政府 城市 收到 消息 真假 不知 短时 主干管 管网 管道 余氯 发黄 红虫 消毒 快递 外卖"
    " 银行 存款 贷款 工资 招聘 考试 录取 户口 身份证 分段 分批 会不会 能不能 是不是 要不要"
    " 怎么 什么 哪里 多少 参与 表决 同意 加装 办法 解读 发布会 吹风会 答复 来信 意愿 满意"
    " 满意度 补助 空置"
    " 体检 排队 屋顶 渗漏 食谱 预约 停运 封闭 通车 复工 换管 降压 抢险 转移 救助 投诉"
    " 使用 停用 启用 送检 检定 核验 评估 赔偿 补偿 比例 条件 顺序 材料 直接 重新 修复 异议"
    " 资金 专项 住宅 出资 集资 财政 户籍 外地 本地 优惠 享受 上学 上班 自愿 红色 橙色 黄色"
    " 蓝色 截图 流传 例行 结构 大坝 水位 线路 延长 提前 推迟 其他 全部 所有 本人 负责人 专家"
    " 新闻 计划 意见 基本 项目 供应 充足 限购 断货 食堂 铁锈 燃气表 清洗 公示 附近 水费 电费"
    " 气费 社会 关切 不便 水量 核定 回访 因为 由于 根据 按照 通过".split()
)
LONGEST_WORD = 5
# 3月12日起, 2.63万户, 6座: figures with what they count.
_NUMBER = re.compile(
    r"(?:\d[\d.,:]*[万亿]?(?:立方米|平方米|公里|小时|分钟|[年月日时分秒天元个座条户名岁次件所家处米级栋路楼号层份辆人台])?)+(?:以[上下内]|[起前后内])?"
)
LONGEST_NUMBER = 9


def headline(text: str, words: Iterable[str] = ()) -> Markup:
    """A title as HTML. `words`: keywords and places of its record."""
    pieces = [
        escape(unit) if len(unit) == 1 else f"<b>{escape(unit)}</b>" for unit in units(text, words)
    ]
    return Markup("".join(pieces))


def units(text: str, words: Iterable[str] = ()) -> list[str]:
    """A title in pieces that no line may break within: known words, figures, single characters."""
    known = WORDS.union(words)
    found: list[str] = []
    at = 0
    while at < len(text):
        length = _length(text, at, known)
        found.append(text[at : at + length])
        at += length
    return found


def _length(text: str, at: int, known: frozenset[str]) -> int:
    """How many characters from a place on belong together, 1 if only that one."""
    if text[at].isdecimal() and (number := _NUMBER.match(text, at)):
        return len(number[0]) if len(number[0]) <= LONGEST_NUMBER else 1
    for length in range(LONGEST_WORD, 1, -1):
        if text[at : at + length] in known:
            return length
    return 1
