"""`briefing` 新闻发布会: announced, held, and recorded so that each answer can be linked.

Forms and who must speak: the notice of 2017, 一（一）1.
"""

from datetime import datetime, timedelta
from typing import Annotated

from huiying.records.common import OwnText
from huiying.records.field import Key, Model
from huiying.records.reference import ExpertId, MediaFile, Organisation
from huiying.records.values import Address, Line, Moment, Offset, OneOf, Prose
from huiying.records.vocabulary import BRIEFING_FORM, BRIEFING_STATE, SPEAKER_ROLE, TRANSCRIPT_TYPE

FILMS = (".mp4", ".webm")
"""By their suffix; other recordings are sound."""
USUAL_LENGTH = timedelta(hours=2)
"""How long a briefing lasts where nobody says."""


class Speaker(Model):
    """Who speaks at the briefing."""

    name: Annotated[Line, Key("姓名", "发布人的姓名。", "The speaker's name.")]
    title: Annotated[
        Line | None,
        Key("职务", "职务或职称，如 市水务局局长。", "Post or title, such as 市水务局局长."),
    ] = None
    org: Annotated[
        Line | None, Key("单位", "所在单位的名称。", "Name of the body the speaker belongs to.")
    ] = None
    role: Annotated[
        Annotated[str, OneOf(SPEAKER_ROLE)],
        Key(
            "身份",
            "以什么身份发布，如 主要负责人、新闻发言人。",
            "In which role, such as principal or spokesperson.",
        ),
    ]
    expert: Annotated[
        ExpertId | None,
        Key(
            "专家",
            "对应专家登记册里的哪一位，写编号；不在册的不写。",
            "Id in the register of experts, if there.",
        ),
    ] = None


class AgendaItem(Model):
    """One step of the agenda."""

    at: Annotated[
        Moment | None,
        Key("时间", "几点开始，如 2026-11-19 15:10。", "When it begins, such as 2026-11-19 15:10."),
    ] = None
    text: Annotated[Line, Key("正文", "这一步做什么。", "What is done.")]


class Utterance(Model):
    """One piece of the transcript."""

    type: Annotated[
        Annotated[str, OneOf(TRANSCRIPT_TYPE)],
        Key("类型", "是发布、提问还是回答。", "Whether it is statement, question or answer."),
    ]
    speaker: Annotated[
        Line, Key("发言人", "谁说的，如 示例日报记者。", "Who says it, such as 示例日报记者.")
    ]
    text: Annotated[Prose, Key("正文", "说了什么，用 Markdown 写。", "What is said, in Markdown.")]
    at: Annotated[
        Moment | None,
        Key("时间", "什么时候说的，如 2026-11-19 15:32。", "When, such as 2026-11-19 15:32."),
    ] = None
    offset: Annotated[
        Offset | None,
        Key(
            "位置",
            "这段话在“录像”里的位置，从开头算起，如 01:12；写了就能跟着录像看。",
            "Where it is said in the recording, from its beginning, such as 01:12.",
        ),
    ] = None


class KeyAnswer(Model):
    """A question and its answer, picked out of the transcript."""

    question: Annotated[Line, Key("提问", "问题，一句话。", "The question, in one sentence.")]
    answer: Annotated[
        Prose, Key("回答", "回答的要点，用 Markdown 写。", "The answer's gist, in Markdown.")
    ]
    speaker: Annotated[Line | None, Key("发言人", "谁回答的。", "Who answers.")] = None


class Briefing(OwnText):
    """One briefing, from its announcement to its transcript."""

    form: Annotated[
        Annotated[str, OneOf(BRIEFING_FORM)] | None,
        Key(
            "发布形式",
            "新闻发布会、吹风会、集体采访或书面发布。",
            "conference, background, group_interview or written.",
            need="always",
        ),
    ] = None
    starts_at: Annotated[
        Moment | None,
        Key(
            "开始时间",
            "几点开始，如 2026-11-19 15:00。",
            "When it begins, such as 2026-11-19 15:00.",
            need="always",
        ),
    ] = None
    ends_at: Annotated[
        Moment | None,
        Key("结束时间", "几点结束；不写就按两小时算。", "When it ends; two hours later if absent."),
    ] = None
    state: Annotated[
        Annotated[str, OneOf(BRIEFING_STATE)] | None,
        Key(
            "发布会状态",
            "一般不写，按时间自动得出；延期、取消的要写。",
            "Told by the times; written where it is postponed or cancelled.",
        ),
    ] = None
    state_reason: Annotated[
        Line | None,
        Key(
            "变动说明",
            "为什么延期或取消，改到什么时候。",
            "Why it is postponed or cancelled, and until when.",
        ),
    ] = None
    venue: Annotated[Line | None, Key("地点", "在哪里举行。", "Where it is held.")] = None
    host: Annotated[
        Organisation | None,
        Key("主办单位", "谁主办，写编号，如 xinwenban。", "Id of the body that holds it."),
    ] = None
    speakers: Annotated[
        tuple[Speaker, ...],
        Key(
            "发布人",
            "谁来发布，每人写“姓名”和“身份”。",
            "Who speaks, each with name and role.",
        ),
    ] = ()
    media: Annotated[
        tuple[Line, ...],
        Key("参加媒体", "哪些媒体参加，如 [示例日报, 示例电视台]。", "Which media take part."),
    ] = ()
    agenda: Annotated[
        tuple[AgendaItem, ...],
        Key("议程", "按顺序写每一步，至少写“正文”。", "Its steps in order, each with text."),
    ] = ()
    transcript: Annotated[
        tuple[Utterance, ...],
        Key(
            "实录",
            "全部发言，按顺序，每段写“类型”“发言人”“正文”。",
            "All that was said, in order, each piece with type, speaker and text.",
        ),
    ] = ()
    qa_extract: Annotated[
        tuple[KeyAnswer, ...],
        Key(
            "答问摘要",
            "群众最关心的几个问答，每条写“提问”和“回答”。",
            "The answers that matter most, each with question and answer.",
        ),
    ] = ()
    recording: Annotated[
        MediaFile | None,
        Key(
            "录像",
            "全程录像或录音，media 文件夹里的文件，如 gongshui/fabuhui.mp4。",
            "The whole recording, a file under media/, such as gongshui/fabuhui.mp4.",
        ),
    ] = None
    live_url: Annotated[
        Address | None,
        Key(
            "直播网址",
            "在哪里看直播，以 https:// 开头。",
            "Where it can be watched live: https://.",
        ),
    ] = None

    def state_at(self, now: datetime) -> str:
        """The state at an instant: as written, else as the times say. Empty without times."""
        if self.state is not None or self.starts_at is None:
            return self.state or ""
        if now < self.starts_at:
            return "scheduled"
        ends = self.ends_at or self.starts_at + USUAL_LENGTH
        return "live" if now < ends else "ended"

    def shown_at(self, now: datetime) -> "Briefing":
        """The briefing with the state it is in."""
        return self.model_copy(update={"state": self.state_at(now) or None})
