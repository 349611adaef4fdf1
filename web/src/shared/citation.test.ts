import { afterEach, describe, expect, it } from 'vitest'

import { i18n } from '../words'
import { cite } from './citation'

afterEach(() => {
  i18n.global.locale.value = 'zh'
})

describe('cite', () => {
  it('should name article, paragraph and item as a reader says them', () => {
    expect(cite('公司法@2023', '178.1(2)')).toBe('《公司法》（2023年文本）第178条第1款第2项')
    expect(cite('刑法@2023', '133-1')).toBe('《刑法》（2023年文本）第133条之一')
    i18n.global.locale.value = 'en'
    expect(cite('刑法@2023', '65.1')).toBe('刑法 (text of 2023), article 65, paragraph 1')
    expect(cite('刑法@2023', '133-1')).toBe('刑法 (text of 2023), article 133-1')
  })

  it('should leave what is written otherwise as it is', () => {
    expect(cite('某规定', '')).toBe('某规定')
    expect(cite('某规定', '附件一')).toBe('某规定 附件一')
  })
})
