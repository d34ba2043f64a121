  def causal(self: __torch__.M, ids: Tensor) -> Tensor:
    size = torch.size(ids, 1)
    later = torch.triu(torch.ones([1, 1, size, size], dtype=6, device=ids.device), 1)  # (1, 1, T, T)
    return torch.mul(later, -1.e30)  # (1, 1, T, T)

  def shifted(self: __torch__.M, ids: Tensor, start: int, padding: int) -> Tensor:
    first = torch.full([torch.size(ids, 0), 1], start, dtype=4, device=ids.device)  # (B, 1)
    moved = torch.cat([first, torch.slice(torch.to(ids, 4), 1, 0, -1)], 1)  # (B, T)
    return torch.masked_fill(moved, torch.eq(moved, -100), padding)  # (B, T)

  def last(self: __torch__.M, x: Tensor, ids: Tensor, token: int) -> Tensor:
    places = torch.arange(torch.size(ids, 1), device=ids.device)  # (S)
    place = torch.argmax(torch.mul(torch.to(torch.eq(ids, token), 4), places), 1)  # (B)
    index = torch.expand(torch.view(place, [-1, 1, 1]), [-1, 1, torch.size(x, 2)])  # (B, 1, D)
    return torch.squeeze(torch.gather(x, 1, index), 1)  # (B, D)

  def narrowed(self: __torch__.M, mask: Tensor, length: int) -> Tensor:
    # a prefix shifts what the causal mask of adapters 1.2.0 hides: query i sees columns 0 to i of prefix and tokens
    size = torch.size(mask, 3)
    later = torch.triu(torch.ones([1, 1, size, length + size], dtype=6, device=mask.device), 1)  # (1, 1, T, P + T)
    return torch.mul(later, -1.e30)  # (1, 1, T, P + T)
