import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectTitle } from '../../src/notices/project-title.ts';

test('a notice that names no project is called by its title without the words of the notice, never by who grants alone', () => {
  const called = {
    海原县自然资源局国有建设用地使用权出让公告: '海原县自然资源局国有建设用地使用权',
    某县2025年第一期国有建设用地使用权挂牌公开出让公告: '某县2025年第一期国有建设用地使用权',
    某市某矿区采矿权网上挂牌出让公告: '某市某矿区采矿权',
    '2024年第四期采矿权挂牌成交结果公示': '2024年第四期采矿权',
    '某市10kV配电工程（中标结果公告': '某市10kV配电工程',
    某小学操场改造工程公开招标公告: '某小学操场改造工程',
  };
  for (const [title, project] of Object.entries(called)) assert.equal(projectTitle({ title, project: {} }), project);
});
