-- Runs after the set-up of docs/editors.md: opens FILE, writes what Neovim shows to OUT.
local out = {}
vim.cmd('edit ' .. vim.env.FILE)
out[#out + 1] = 'MODE ' .. vim.bo.filetype
vim.wait(15000, function() return #vim.diagnostic.get(0) > 1 end, 20)
for _, d in ipairs(vim.diagnostic.get(0)) do
  out[#out + 1] = ('PROBLEM %d:%d %s %s'):format(d.lnum, d.col, d.code or d.user_data.lsp.code, d.message)
end
local function ask(method, params)
  params.textDocument = vim.lsp.util.make_text_document_params()
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 5000) or {}) do
    return answer.result
  end
end
local hover = ask('textDocument/hover', { position = { line = 1, character = 5 } })
out[#out + 1] = 'HOVER ' .. hover.contents.value:gsub('\n', ' ')
vim.fn.writefile(out, vim.env.OUT)
vim.cmd('quitall!')
