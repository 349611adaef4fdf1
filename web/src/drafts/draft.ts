/** A draft while it is written: its files as they stand in the editor, and whether they are saved. */
import { type Ref, ref, shallowRef } from 'vue'

import { api } from '../api/client'
import type { DraftFile, DraftPage } from '../api/schema'

export interface Writing {
  name: Ref<string>
  files: Ref<DraftFile[]>
  revision: Ref<number>
  /** Whether something is not saved. */
  changed: Ref<boolean>
  /** Begins with what the server has; what stood in the editor is gone. */
  take: (page: DraftPage) => void
  type: (path: string, text: string) => void
  add: (path: string) => void
  drop: (path: string) => void
  rename: (name: string) => void
  save: () => Promise<void>
}

export function useWriting(id: string): Writing {
  const name = ref('')
  const files = shallowRef<DraftFile[]>([])
  const revision = ref(0)
  const changed = ref(false)
  let edits = 0

  function touch(now: DraftFile[]) {
    files.value = now
    edits++
    changed.value = true
  }

  return {
    name,
    files,
    revision,
    changed,
    take(page) {
      name.value = page.name
      files.value = page.files
      revision.value = page.revision
      changed.value = false
      edits++
    },
    type: (path, text) => touch(files.value.map((file) => (file.path === path ? { path, text } : file))),
    add: (path) => touch([...files.value, { path, text: 'cases: []\n' }]),
    drop: (path) => touch(files.value.filter((file) => file.path !== path)),
    rename(now) {
      name.value = now
      touch(files.value)
    },
    async save() {
      const before = edits
      const page = await api.saveDraft(id, { name: name.value, origin: null, revision: revision.value, files: files.value })
      revision.value = page.revision
      if (edits === before) changed.value = false // what was typed meanwhile is not in it
    },
  }
}
