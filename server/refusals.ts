// What an HTTP refusal says, in both languages, and the status it has. The words only; when to refuse is the routes' affair.
import type { RefusalCode, Refused } from '../shared/protocol/api.ts';

/** One thing said to people, in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** Why something was not done; `detail` continues the sentence of the code. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly detail?: Said;
}

type Row = readonly [status: 400 | 401 | 403 | 404 | 413 | 422 | 429 | 500 | 503, zh: string, en: string];

const ROWS: Readonly<Record<RefusalCode, Row>> = {
  'sign-in': [401, '请先用邀请链接打开挂图。', 'Please open Guatu with an invitation link first.'],
  'bad-token': [
    401,
    '邀请链接无效、已过期或已撤销，请向主持人要一个新的。',
    'This invitation is not valid, has expired or was revoked; ask the chair for a new one.',
  ],
  forbidden: [403, '您没有做这件事的权限。', 'You are not permitted to do this.'],
  'wrong-origin': [403, '请求不是从挂图的页面发出的。', 'This request did not come from a page of Guatu.'],
  'no-such-plan': [404, '没有这份计划。', 'There is no such plan.'],
  'no-such-office': [404, '这份计划的部门名册里没有这个部门。', 'The register of this plan has no such office.'],
  'no-such-format': [404, '没有这种导出格式。', 'There is no such export format.'],
  'bad-font': [422, '这个字体文件不能用。', 'This font file cannot be used.'],
  'no-such-font': [404, '没有添加过这个字体。', 'There is no such font.'],
  'no-such-route': [404, '没有这个接口。', 'There is no such route.'],
  'bad-request': [400, '请求的内容不对。', 'The request is not what this route expects.'],
  'not-a-plan': [422, '没有从这段文字里认出工作要点。', 'No plan was recognised in this text.'],
  'too-large': [413, '内容太大。', 'This is too large.'],
  'too-often': [429, '请求太频繁，请稍候再试。', 'Too many requests; please try again in a moment.'],
  'too-costly': [503, '生成这个文件超出了服务器的限度。', 'Making this file goes beyond what the server allows.'],
  stopped: [503, '已停止，没有生成文件。', 'Stopped; no file was made.'],
  'not-ready': [503, '服务器暂时不能写入数据。', 'The server cannot write just now.'],
  fault: [500, '服务器出错了，已记入日志。', 'The server failed; the fault is in its log.'],
};

/** `detail`: which choices there are, what was wrong. */
export function refusal(code: RefusalCode, detail?: Said): [Refused, Row[0]] {
  const [status, zh, en] = ROWS[code];
  const message = detail ? { zh: `${zh}${detail.zh}`, en: `${en} ${detail.en}` } : { zh, en };
  return [{ refused: code, message }, status];
}
