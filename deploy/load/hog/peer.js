// Runs bytecode on the reference machine for Node and prints its CPU time for each run, one line a program.
const { exec } = require('@posthog/hogvm')
const crypto = require('crypto')
const fs = require('fs')
const path = require('path')

const WARM_UP_MS = 3000
const MEASURE_MS = 3000

// The machine leaves regular expressions to its host. This is V8's engine, the fastest one a host could give it.
const match = (pattern, text) =>
  (pattern.startsWith('(?i)') ? new RegExp(pattern.slice(4), 'i') : new RegExp(pattern)).test(text)

const globals = JSON.parse(fs.readFileSync(path.join(__dirname, 'globals.json'), 'utf8'))
console.log = () => {} // what programs print is not measured

for (const file of process.argv.slice(2)) {
  const bytecode = JSON.parse(fs.readFileSync(file, 'utf8'))
  const run = () => exec(bytecode, { globals, timeout: 60000, external: { crypto, regex: { match } } })
  const operations = run().state.ops
  repeat(run, WARM_UP_MS)
  const before = process.cpuUsage()
  const runs = repeat(run, MEASURE_MS)
  const used = process.cpuUsage(before)
  const micros = (used.user + used.system) / runs
  process.stdout.write(`${path.basename(file, '.hoge')} ${micros.toFixed(1)} ${operations}\n`)
}

function repeat(run, millis) {
  const end = Date.now() + millis
  let runs = 0
  while (Date.now() < end) {
    run()
    runs++
  }
  return runs
}
