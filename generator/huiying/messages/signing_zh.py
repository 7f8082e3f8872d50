"""Sentences of `sign` and `confirm`, in Chinese."""

SENTENCES = {
    "sign-done": "已签{keys}：{file}",
    "sign-left": "还没有签的：{keys}。",
    "sign-choice": "没有“{value}”这一项，没有改动。可以写：{allowed}。",
    "sign-unknown": "审核人登记册里没有“{id}”，没有改动。请写登记册里的编号。",
    "sign-unknown.near": "审核人登记册里没有“{id}”，没有改动。您是否想写 {near}？",
    "sign-not-allowed": "{signer} 无权签{gate}，没有改动，可以签：{allowed}。请换有权的人签。",
    "sign-not-valid": "{signer} 在 {at} 不在任期内，没有改动。请由在任的人签，或核对登记册。",
    "sign-no-drafter": "没有写是谁起草的，没有改动。请先在“审核”下面写“起草人”：起草的人不能签。",
    "sign-drafter": "{signer} 就是起草人，没有改动。请换别人签。",
    "sign-reason": "写“不适用”要说明理由，没有改动。请加上 --reason。",
    "sign-no-time": "“{address}”还没有“发布时间”，没有改动。请先写好发布时间，再签。",
    "sign-to-come": "{at} 还没有到，没有改动。请写实际审核的时间，或者不写 --at。",
    "sign-too-late": (
        "{at} 晚于发布时间 {other_at}，没有改动。请先推后“发布时间”；早审过的，用 --at 写明。"
    ),
    "confirm-done": "已记下 {keys} 的确认：{file}",
    "confirm-unknown": "机构登记册里没有“{id}”，没有改动。请写登记册里的编号。",
    "confirm-unknown.near": "机构登记册里没有“{id}”，没有改动。您是否想写 {near}？",
    "confirm-not-involved": (
        "“涉及单位”里没有 {organisation}，没有改动。请先把它写进“责任单位”的“涉及单位”。"
    ),
}
