// Why a file was not read: one code, the place in the file, and the words with their remedy. Inside the readers it is thrown, at the door it is a value.

export interface Said {
  readonly zh: string;
  readonly en: string;
}

export type CarrierCode = keyof typeof WORDS;

export interface CarrierRefusal {
  readonly refused: CarrierCode;
  /** The part, line or limit meant; '' for the file as a whole. */
  readonly at: string;
}

/** Thrown by readers, caught by `readCarrier` and nowhere else: a file may be bad at any depth of it. */
export class Unreadable extends Error {
  readonly refusal: CarrierRefusal;
  constructor(refused: CarrierCode, at = '') {
    super(`${refused} ${at}`);
    this.refusal = { refused, at };
  }
}

const WORDS = {
  'too-large': ['文件太大，没有读取', '请只留下工作要点部分再试', 'The file is too large and was not read', 'Keep only the plan itself and try again'],
  'too-long': ['正文太长，没有读取', '请只留下工作要点部分再试', 'The text is too long and was not read', 'Keep only the plan itself and try again'],
  'too-slow': ['读取用时太长，已停止', '请只留下工作要点部分，或分成几份再试', 'Reading took too long and was stopped', 'Keep only the plan itself, or cut the file in parts, and try again'],
  'unknown-kind': [
    '认不出这是什么文件',
    '可以导入 .txt、.docx、.xlsx、.csv、.md、.opml、.mm、.xmind、Project 的 .xml 和挂图的 .json',
    'This kind of file is not known',
    'Import .txt, .docx, .xlsx, .csv, .md, .opml, .mm, .xmind, Project .xml or our .json',
  ],
  'old-office': ['这是旧式的 Office 文件（.doc、.xls、.wps、.et）', '请另存为 .docx 或 .xlsx 再导入', 'This is an old Office file (.doc, .xls, .wps, .et)', 'Save it as .docx or .xlsx and import that'],
  pdf: ['这是 PDF，里面没有段落和表格', '请导入它的 Word 原稿，或把文字复制进来', 'This is a PDF, which holds no paragraphs or tables', 'Import its Word original, or paste its text'],
  locked: ['文件加了密码', '请去掉密码另存一份再导入', 'The file is protected by a password', 'Save a copy without the password and import that'],
  'not-text': ['这不是文本文件', '请确认文件没有损坏，扩展名与内容相符', 'This is not a text file', 'Check that it is whole and that its name fits its content'],
  'zip-damaged': ['压缩包损坏或不完整', '请用 Word、WPS 或 Excel 打开后另存一份再导入', 'The archive is damaged or cut short', 'Open it in Word, WPS or Excel, save a fresh copy and import that'],
  'zip-bomb': ['压缩包展开后大得异常，没有展开', '请确认文件来源；用 Word、WPS 或 Excel 另存一份再导入', 'The archive would unpack to an absurd size and was not unpacked', 'Check where it comes from; save a fresh copy and import that'],
  'part-missing': ['文件里缺少必需的部分', '请用 Word、WPS 或 Excel 打开后另存一份再导入', 'The file lacks a part it needs', 'Open it in its own program, save a fresh copy and import that'],
  'xml-damaged': ['文件里的 XML 有错', '请用原来的软件打开后另存一份再导入', 'The XML in the file is faulty', 'Open it in its own program, save a fresh copy and import that'],
  'xml-doctype': ['文件里的 XML 带有 DTD 或实体声明，可能有害，没有读取', '请确认文件来源；用原来的软件另存一份再导入', 'The XML declares a DTD or entities, which may do harm; it was not read', 'Check where the file comes from; save a fresh copy in its own program'],
  'xml-deep': ['文件里的 XML 层层嵌套，超过限度', '请确认文件来源；用原来的软件另存一份再导入', 'The XML is nested deeper than is allowed', 'Check where the file comes from; save a fresh copy in its own program'],
  'plan-file': ['计划文件有错，没有导入任何内容', '请重新从挂图导出这份文件', 'The plan file is faulty; nothing was taken from it', 'Export it from Guatu again'],
  nothing: ['文件里没有可以导入的内容', '请确认选对了文件', 'There is nothing in the file to import', 'Check that it is the right file'],
  fault: ['读取时出了意外', '请用原来的软件另存一份再导入', 'Reading failed unexpectedly', 'Save a fresh copy in its own program and import that'],
} as const; // prettier-ignore

/** A whole sentence: what is wrong, where, and what to do. */
export function saidOf({ refused, at }: CarrierRefusal): Said {
  const [zh, zhDo, en, enDo] = WORDS[refused];
  return { zh: `${zh}${at ? `（${at}）` : ''}。${zhDo}。`, en: `${en}${at ? ` (${at})` : ''}. ${enDo}.` };
}
