-- Neovim as a client: what somebody does in it, through its own commands; what came of it is written as JSON.

local node, cli, file, out = unpack(vim.split(os.getenv('ARROWSMITH_EDITOR_TEST'), '\n'))
local found = { version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }
local patience = 30000

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function await(what, condition)
  if not vim.wait(patience, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function cursor(pattern)
  vim.fn.cursor(1, 1)
  vim.fn.search(pattern, 'cW')
end

local function changed(act)
  local before = text()
  act()
  await('a change of the text', function()
    return text() ~= before
  end)
  return text()
end

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local client = vim.lsp.start_client({
    name = 'arrowsmith',
    cmd = { node, cli, 'lsp' },
    root_dir = vim.fn.fnamemodify(file, ':h'),
  })
  vim.lsp.buf_attach_client(0, client)

  await('diagnostics', function()
    return #vim.diagnostic.get(0) > 0
  end)
  found.diagnostics = vim.tbl_map(function(each)
    return each.code or each.user_data.lsp.code
  end, vim.diagnostic.get(0))

  cursor('HTTPS')
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return window
      end
    end
  end
  await('a hover', float)
  found.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false), '\n')
  vim.api.nvim_win_close(float(), true)

  cursor('HTTPS')
  local parameters = vim.lsp.util.make_position_params()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', parameters, patience)
  local items = {}
  for _, answer in pairs(answers or {}) do
    items = vim.tbl_map(function(item)
      return item.label
    end, vim.lsp.util.extract_completion_items(answer.result))
  end
  found.completion = items

  cursor('--> stock')
  vim.ui.select = function(actions, options, choose)
    for index, action in ipairs(actions) do
      if options.format_item(action):find('gRPC', 1, true) then
        return choose(action, index)
      end
    end
    error('no action is about gRPC')
  end
  found.codeAction = changed(vim.lsp.buf.code_action)

  cursor('orders\\[')
  found.rename = changed(function()
    vim.lsp.buf.rename('ordering')
  end)

  found.format = changed(function()
    if vim.lsp.buf.format then
      vim.lsp.buf.format({ timeout_ms = patience })
    else
      vim.lsp.buf.formatting_sync({}, patience)
    end
  end)
end

local fine, problem = pcall(session)
found.problem = not fine and tostring(problem) or nil
vim.fn.writefile({ vim.fn.json_encode(found) }, out)
vim.cmd('qall!')
