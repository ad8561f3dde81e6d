// What the pages gain where scripts run. Each works without: this only spares a tap, a reload or megabytes.

const islands = {
  /** Adds up what is ticked, and ticks all or none without a reload. */
  chosen(form) {
    const boxes = [...form.querySelectorAll('input[data-fen]')]
    const output = form.querySelector('output')
    const add = () => {
      const fen = boxes.reduce((sum, box) => sum + (box.checked ? Number(box.dataset.fen) : 0), 0)
      const [yuan, cents] = (fen / 100).toFixed(2).split('.')
      output.textContent = `¥${yuan.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
    }
    form.addEventListener('change', add)
    for (const link of form.querySelectorAll('[data-choose]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault()
        for (const box of boxes) box.checked = link.dataset.choose === 'all'
        add()
      })
    }
    add()
  },

  /**
   * Asks quietly what became of a payment, so that the page stands still until there is something to tell. What is no
   * answer, as when the sign-in has ended, the page itself finds out by loading anew: it says so or leads to the door.
   */
  payment(section) {
    // Kept over a reload: a page that comes back without an answer asks and loads ever more rarely.
    const refused = history.state?.refused ?? 0
    let wait = Math.min(3000 * 2 ** refused, 30_000)
    let timer
    let asking = false
    const ask = async () => {
      if (asking) return
      asking = true
      clearTimeout(timer)
      const found = await stateOf(section.dataset.state, section.dataset.shown)
      asking = false
      if (found === 'refused') history.replaceState({ refused: refused + 1 }, '')
      if (found !== section.dataset.shown) return location.reload()
      wait = Math.min(wait * 1.1, 30_000)
      timer = setTimeout(ask, wait)
    }
    timer = setTimeout(ask, wait)
    // Coming back from WeChat: look at once.
    document.addEventListener('visibilitychange', () => document.hidden || ask())
  },

  /**
   * Makes photos as large as a screen shows before they are sent, and shows which were chosen. With those that came with
   * the form before they are no more than it takes; what is beyond is told at once.
   */
  photos(input) {
    const list = input.parentElement.querySelector('.previews')
    const told = input.parentElement.querySelector('[role=status]')
    const count = (boxes) => input.form.querySelectorAll(boxes).length
    input.addEventListener('change', async () => {
      const room = Number(input.dataset.most) - count('[name=fileId]') + count('[name=dropFileId]:checked')
      const chosen = [...input.files].slice(0, Math.max(0, room))
      const left = input.files.length - chosen.length
      const numbers = { '%chosen%': input.files.length, '%left%': left }
      told.textContent = left === 0 ? '' : input.dataset.cut.replaceAll(/%\w+%/g, (name) => numbers[name])
      const smaller = []
      // One after the other: opened, a photo takes fifty times its bytes.
      for (const photo of chosen) smaller.push(await shrink(photo))
      const transfer = new DataTransfer()
      for (const photo of smaller) transfer.items.add(photo)
      input.files = transfer.files
      list.replaceChildren(
        ...smaller.map((photo) => {
          const item = document.createElement('li')
          const image = document.createElement('img')
          image.src = URL.createObjectURL(photo)
          image.alt = photo.name
          item.append(image)
          return item
        }),
      )
      list.hidden = smaller.length === 0
    })
  },

  /** A form is sent once, however often its button is tapped. */
  once(form) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) event.preventDefault()
      form.dataset.sent = 'yes'
    })
    // Back from the browser's history it can be sent again.
    addEventListener('pageshow', () => delete form.dataset.sent)
  },

  print(button) {
    button.hidden = false
    button.addEventListener('click', () => print())
  },
}

/** What is shown also while the line is lost or the server is not up to it: both pass. */
async function stateOf(address, shown) {
  const answer = await fetch(address).catch(() => undefined)
  if (answer === undefined || answer.status >= 500 || answer.status === 429) return shown
  const isState = answer.ok && /json/.test(answer.headers.get('content-type') ?? '')
  if (answer.redirected || !isState) return 'refused'
  // A line that is lost in the middle of the answer.
  const order = await answer.json().catch(() => undefined)
  if (order === undefined) return shown
  if (order.state !== 'created' && order.state !== 'opened') return 'over'
  return order.overtaken ? 'overtaken' : 'waiting'
}

const longestSide = 1600

/** The same photo with no side longer than a page shows; itself where the browser cannot read it or it is small. */
async function shrink(photo) {
  const bitmap = await createImageBitmap(photo).catch(() => undefined)
  const scale = bitmap === undefined ? 1 : longestSide / Math.max(bitmap.width, bitmap.height)
  if (bitmap === undefined || (scale >= 1 && photo.size < 500_000)) return photo
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * Math.min(scale, 1))
  canvas.height = Math.round(bitmap.height * Math.min(scale, 1))
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  if (blob === null || blob.size >= photo.size) return photo
  return new File([blob], photo.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
}

for (const element of document.querySelectorAll('[data-island]')) islands[element.dataset.island]?.(element)
