import { expect, it } from 'vitest'

import { withoutHoles } from './sentence'

it('should put an ellipsis where a sentence names a fact', () => {
  expect(withoutHoles('{judgment_no}认定{who}为累犯，却宣告缓刑{probation_months}个月')).toBe('…认定…为累犯，却宣告缓刑…个月')
  expect(withoutHoles('{ 不是名称 }')).toBe('{ 不是名称 }')
})
