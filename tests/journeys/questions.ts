/**
 * Questions as families type them, each with the pages of `content/` that truly answer it. One of those must be
 * among the first three results. A question that fails is a fault of the search or of the words: mend that, not this list.
 */
export interface Question {
  asked: string;
  answers: string[];
}

const adulthood = '/preparing-for-adulthood';

export const standardQuestions: Question[] = [
  { asked: 'annual health check', answers: [`${adulthood}/annual-health-check/`] },
  { asked: 'job for my son with learning disability', answers: [`${adulthood}/work/`] },
  { asked: 'what happens at 16', answers: [`${adulthood}/timeline/`, `${adulthood}/rights-at-16/`] },
  { asked: 'EHCP', answers: ['/guides/ehc-plans/', `${adulthood}/ehc-plans-after-16/`, '/words/ehc-plan/'] },
  { asked: 'bus to college', answers: [`${adulthood}/travel/`, '/guides/travel/'] },
  { asked: 'who can help me complain', answers: ['/guides/if-you-are-not-happy/'] },
  { asked: 'easy read', answers: ['/about/easy-read/'] },
  { asked: 'supported internship', answers: [`${adulthood}/work/`, '/words/supported-internship/'] },
  { asked: 'DLA stops at 16', answers: [`${adulthood}/money/`, '/guides/money/'] },
  { asked: 'SENCO meaning', answers: ['/words/senco/'] },
  { asked: 'what is a local offer', answers: ['/guides/local-offer/', '/words/local-offer/'] },
  { asked: 'urgent help', answers: ['/guides/help-now/'] },
  { asked: 'my daughter is turning 18', answers: [`${adulthood}/timeline/`, `${adulthood}/parents-and-carers/`] },
  { asked: 'artwork listen', answers: ['/gallery/listen/'] },
  { asked: 'was the council on track', answers: ['/progress/', '/progress/work-streams/'] },
];

export const easyReadQuestions: Question[] = [
  { asked: 'doctor', answers: [`${adulthood}/annual-health-check/`, `${adulthood}/health/`, '/guides/health/', '/words/gp/'] },
  { asked: 'I want to get a job', answers: [`${adulthood}/work/`] },
  { asked: 'bus to college', answers: [`${adulthood}/travel/`, '/guides/travel/'] },
  { asked: 'I want my own home', answers: [`${adulthood}/home/`] },
  { asked: 'I need help now', answers: ['/guides/help-now/'] },
];
