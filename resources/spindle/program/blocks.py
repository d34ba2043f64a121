  # A batch is computed in blocks of texts of like length. The states of one block are (B, S, D); those of several
  # lie one after the other, (1, N, D), and meet in their attention alone.

  def joined(self: __torch__.M, parts: List[Tensor]) -> Tensor:
    # parts: (B, S) each
    if torch.eq(len(parts), 1):
      whole = parts[0]
    else:
      rows = annotate(List[Tensor], [])
      for i in range(len(parts)):
        rows = torch.append(rows, torch.flatten(parts[i]))
      whole = torch.unsqueeze(torch.cat(rows), 0)
    return whole  # (B, S) or (1, N)

  def all_visible(self: __torch__.M, masks: List[Tensor]) -> List[Tensor]:
    hidden = annotate(List[Tensor], [])
    for i in range(len(masks)):
      hidden = torch.append(hidden, self.visible(masks[i]))  # (B, 1, 1, S)
    return hidden

  def rows(self: __torch__.M, masks: List[Tensor], first: bool) -> List[int]:
    # how many rows each block has, of all tokens or of the first ones alone
    rows = annotate(List[int], [])
    for i in range(len(masks)):
      count = torch.size(masks[i], 0)
      if torch.__not__(first):
        count = count * torch.size(masks[i], 3)
      rows = torch.append(rows, count)
    return rows

  def first(self: __torch__.M, x: Tensor, masks: List[Tensor]) -> Tensor:
    # the first token of each text
    if torch.eq(len(masks), 1):
      chosen = torch.slice(x, 1, 0, 1)  # (B, 1, D)
    else:
      parts = torch.split_with_sizes(x, self.rows(masks, False), 1)
      firsts = annotate(List[Tensor], [])
      for i in range(len(masks)):
        block = torch.view(parts[i], [torch.size(masks[i], 0), -1, torch.size(x, 2)])  # (B, S, D)
        firsts = torch.append(firsts, torch.select(block, 1, 0))
      chosen = torch.unsqueeze(torch.cat(firsts), 0)  # (1, B, D)
    return chosen

  def attend_behind(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, prefix: List[Tensor], mask: Tensor, count: int) -> Tensor:
    # prefix: trained keys and values, or nothing
    if torch.gt(len(prefix), 0):
      k = self.prefixed(prefix[0], k)  # (B, P + S, D)
      v = self.prefixed(prefix[1], v)  # (B, P + S, D)
      mask = self.widened(mask, torch.size(prefix[0], -2))
    return self.attend(q, k, v, mask, count, None)  # (B, S, D)

  def attend_blocks(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, prefix: List[Tensor], masks: List[Tensor], count: int) -> Tensor:
    if torch.eq(len(masks), 1):
      context = self.attend_behind(q, k, v, prefix, masks[0], count)
    else:
      tokens = self.rows(masks, False)
      queries = torch.split_with_sizes(q, self.rows(masks, torch.ne(torch.size(q, 1), torch.size(k, 1))), 1)
      keys = torch.split_with_sizes(k, tokens, 1)
      values = torch.split_with_sizes(v, tokens, 1)
      contexts = annotate(List[Tensor], [])
      for i in range(len(masks)):
        shape = [torch.size(masks[i], 0), -1, torch.size(q, 2)]
        block = self.attend_behind(torch.view(queries[i], shape), torch.view(keys[i], shape), torch.view(values[i], shape), prefix, masks[i], count)
        contexts = torch.append(contexts, torch.flatten(block, 0, 1))
      context = torch.unsqueeze(torch.cat(contexts), 0)  # (1, N, D)
    return context
