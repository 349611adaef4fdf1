/** What a letter says, as a form holds it: every text there, empty where nothing was written yet. */
import type { RequestPage, RequestProposal, RequestWish, Way } from '../api/schema'

export type Draft = Required<{ [K in keyof RequestWish]: NonNullable<RequestWish[K]> }>

/** Bases that fit a way and business lines. */
export function fitting(proposal: RequestProposal, way: Way): RequestProposal['bases'] {
  const word = way.toLowerCase().replaceAll('_', '-')
  return proposal.bases.filter((basis) => basis.ways.includes(word))
}

/** Of these the ones that are proposed: for all business lines, or for one of the models'. */
export function proposed(proposal: RequestProposal, way: Way): string[] {
  return fitting(proposal, way)
    .filter((basis) => basis.lines.length > 1 || basis.lines.some((line) => proposal.lines.includes(line)))
    .map((basis) => basis.citation)
}

/** Whether a way writes a letter. */
export const writes = (way: Way) => way !== 'PUBLIC' && way !== 'OWN'

/** A new draft with what is proposed. */
export function fresh(proposal: RequestProposal, words: { purpose: string; handingOver: string }): Draft {
  return {
    way: 'SHARED',
    owner: proposal.owners[0]?.id ?? '',
    provider: '',
    models: proposal.models.map((model) => model.id),
    contracts: [],
    requiredOnly: false,
    bases: proposed(proposal, 'SHARED'),
    purpose: words.purpose,
    periodFrom: proposal.periodFrom,
    periodUntil: proposal.periodUntil,
    regions: proposal.regions.map((region) => region.id),
    handingOver: words.handingOver,
    contact: proposal.contact,
    due: proposal.due,
    remarks: '',
  }
}

/** A draft that was kept, to be changed. */
export function kept(page: RequestPage): Draft {
  return {
    way: page.way,
    owner: page.owner,
    provider: page.provider,
    models: page.models.map((model) => model.id),
    contracts: page.tables.map((table) => table.contract),
    requiredOnly: page.tables.every((table) => table.helpful.length === 0),
    bases: page.bases.map((basis) => basis.citation),
    purpose: page.purpose,
    periodFrom: page.periodFrom ?? '',
    periodUntil: page.periodUntil ?? '',
    regions: page.regions.map((region) => region.id),
    handingOver: page.handingOver,
    contact: page.contact,
    due: page.due ?? '',
    remarks: page.remarks,
  }
}

/** As it is sent: a day that was not written is none. */
export function wish(draft: Draft): RequestWish {
  return { ...draft, periodFrom: draft.periodFrom || null, periodUntil: draft.periodUntil || null, due: draft.due || null }
}
