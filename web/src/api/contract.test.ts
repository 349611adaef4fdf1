import { existsSync, readFileSync } from 'node:fs'

import ts from 'typescript'
import { expect, it } from 'vitest'

const OPENAPI = '../mingjian-server/openapi.json'

/** What the pages read and write, by the address and method of the server's description. */
const USED: [name: string, path: string, method: string][] = [
  ['Setup', '/setup', 'get'],
  ['SetupWish', '/setup', 'post'],
  ['Me', '/session', 'get'],
  ['Pledge', '/session/pledge', 'get'],
  ['PledgeGiven', '/session/pledge', 'put'],
  ['Desk', '/desk', 'get'],
  ['ModelRow', '/models', 'get'],
  ['ModelPage', '/models/{id}', 'get'],
  ['DeliveryPage', '/deliveries/{id}', 'get'],
  ['DocumentRow', '/deliveries/{id}/documents', 'get'],
  ['DocumentPage', '/deliveries/{id}/documents/{no}', 'get'],
  ['RunWish', '/runs', 'post'],
  ['RunRow', '/runs', 'get'],
  ['RunPage', '/runs/{id}', 'get'],
  ['ClueRow', '/runs/{run}/clues', 'get'],
  ['CluePage', '/runs/{run}/clues/{clue}', 'get'],
]

interface Schema {
  $ref?: string
  properties?: Record<string, Schema>
  items?: Schema
}
type Contents = { content: Record<string, { schema: Schema }> }
interface Operation {
  requestBody?: Contents
  responses: Record<string, Contents>
}
interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const program = ts.createProgram(['src/api/contract.ts'], { strict: true })
const checker = program.getTypeChecker()

function typeOf(name: string): ts.Type {
  const source = program.getSourceFile('src/api/contract.ts')
  const module = source && checker.getSymbolAtLocation(source)
  const found = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name)
  if (!found) throw new Error(`the contract has no ${name}`)
  return checker.getDeclaredTypeOfSymbol(found)
}

/** The properties, at any depth, that the pages read and the server does not describe. */
function lacking(description: Description, type: ts.Type, given: Schema | undefined, place: string): string[] {
  const schema = given?.$ref ? description.components.schemas[given.$ref.split('/').pop() ?? ''] : given
  const own = checker.getNonNullableType(type)
  const element = checker.getIndexTypeOfType(own, ts.IndexKind.Number)
  if (element && schema?.items) return lacking(description, element, schema.items, `${place}[]`)
  if (!schema?.properties) return []
  const served = schema.properties
  return checker.getPropertiesOfType(own).flatMap((property) => {
    const inner = `${place}.${property.name}`
    if (served[property.name] === undefined) return property.flags & ts.SymbolFlags.Optional ? [] : [inner]
    return lacking(description, checker.getTypeOfSymbol(property), served[property.name], inner)
  })
}

/** The schema of an answer or a wish; of a list or a page of a list, that of its items. */
function schemaOf(description: Description, path: string, method: string): Schema | undefined {
  const operation = description.paths[`/api/v1${path}`]?.[method]
  const contents = method === 'get' ? Object.values(operation?.responses ?? {})[0] : operation?.requestBody
  const schema = Object.values(contents?.content ?? {})[0]?.schema
  const whole = schema?.$ref ? description.components.schemas[schema.$ref.split('/').pop() ?? ''] : schema
  return whole?.items ?? whole?.properties?.items?.items ?? whole
}

// The description does not say which values may be missing, so the types are written by hand and held against it here.
it.runIf(existsSync(OPENAPI))('should be served as the pages read it', () => {
  const description = JSON.parse(readFileSync(OPENAPI, 'utf8')) as Description
  for (const [name, path, method] of USED) {
    const schema = schemaOf(description, path, method)
    expect(schema, `${method} ${path}`).toBeDefined()
    expect(lacking(description, typeOf(name), schema, name)).toEqual([])
  }
})
