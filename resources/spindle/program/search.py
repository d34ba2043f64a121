  def best(self: __torch__.M, scores: Tensor) -> Tensor:
    return torch.argmax(scores, 1)  # (R)

  def likelihood(self: __torch__.M, scores: Tensor) -> Tensor:
    return torch.log_softmax(scores, 1)  # (R, V)

  def forbidden(self: __torch__.M, scores: Tensor, rows: Tensor, tokens: Tensor) -> Tensor:
    worst = torch.full([1], -float("inf"), dtype=6, device=scores.device)  # (1)
    return torch.index_put_(scores, [rows, tokens], worst)  # (R, V)

  def forced(self: __torch__.M, scores: Tensor, token: Tensor) -> Tensor:
    worst = torch.full_like(scores, -float("inf"))  # (R, V)
    return torch.index_fill_(worst, 1, token, 0.)  # (R, V)

  def ranked(self: __torch__.M, scores: Tensor, running: Tensor, count: Tensor) -> List[Tensor]:
    sums = torch.add(torch.view(scores, [torch.size(running, 0), torch.size(running, 1), -1]), torch.unsqueeze(running, 2))  # (B, K, V)
    values, places = torch.topk(torch.flatten(sums, 1), int(count))  # (B, 2 K)
    return [values, places]
