  def room(self: __torch__.M, x: Tensor, rows: int, places: int, count: int, width: int) -> Tensor:
    return torch.zeros([rows, count, places, width], dtype=6, device=x.device)  # (R, H, P + T, D / H)

  def furnished(self: __torch__.M, room: Tensor, prefix: Tensor) -> Tensor:
    # virtual tokens come first
    split = self.heads(torch.unsqueeze(prefix, 0), torch.size(room, 1))  # (1, H, P, D / H)
    torch.copy_(torch.slice(room, 2, 0, torch.size(prefix, 0)), split)
    return room

  def extended(self: __torch__.M, room: Tensor, x: Tensor, place: int) -> Tensor:
    split = self.heads(x, torch.size(room, 1))  # (R, H, 1, D / H)
    torch.copy_(torch.slice(room, 2, place, place + 1), split)
    return torch.slice(room, 2, 0, place + 1)  # (R, H, P + T, D / H)

  def attend_kept(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor], scale: float) -> Tensor:
    # the rows of one text ask the same keys, so that they are the queries of one attention
    asked = torch.view(q, [torch.size(k, 0), -1, torch.size(q, 2)])  # (B, R / B, D)
    context = torch.scaled_dot_product_attention(self.heads(asked, torch.size(k, 1)), k, v, mask, 0., False, scale=scale)  # (B, H, R / B, D / H)
    return torch.view(torch.flatten(torch.transpose(context, 1, 2), 2), [torch.size(q, 0), 1, -1])  # (R, 1, D)

  def behind(self: __torch__.M, table: Tensor, place: int, exact: int, spread: float, count: int) -> Tensor:
    places = torch.arange(place + 1, device=table.device)  # (T)
    before = torch.unsqueeze(torch.rsub(places, place), 0)  # (1, T)
    return self.placed(table, self.bucket(before, exact, spread, count - 1))  # (1, H, 1, T)

  def moved(self: __torch__.M, into: Tensor, source: Tensor, free: Tensor, kept: List[Tensor]) -> Tensor:
    # rows `into` go on from what rows `source` kept; the last `free` places hold nothing yet
    for i in range(torch.floordiv(len(kept), 2)):
      seen = torch.slice(kept[i], 2, 0, torch.size(kept[i], 2) - int(free))
      torch.index_copy_(seen, 0, into, torch.index_select(seen, 0, source))
    return into

  def chosen(self: __torch__.M, rows: Tensor, texts: Tensor, kept: List[Tensor]) -> List[Tensor]:
    left = annotate(List[Tensor], [])
    for i in range(len(kept)):
      by = texts
      if torch.lt(i, torch.floordiv(len(kept), 2)):
        by = rows
      left = torch.append(left, torch.index_select(kept[i], 0, by))
    return left

  def enlarged(self: __torch__.M, more: Tensor, kept: List[Tensor]) -> List[Tensor]:
    larger = annotate(List[Tensor], [])
    for i in range(len(kept)):
      x = kept[i]
      if torch.lt(i, torch.floordiv(len(kept), 2)):
        x = torch.constant_pad_nd(x, [0, 0, 0, int(more)], 0.)
      larger = torch.append(larger, x)
    return larger
