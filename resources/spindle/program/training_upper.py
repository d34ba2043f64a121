  def accumulate_upper(self: __torch__.M, x: Tensor, mask: Tensor, labels: Tensor, share: Tensor, theta: Tensor, gradient: Tensor, w: List[Tensor]) -> Tensor:
    point = torch.requires_grad_(torch.detach(theta))  # (N)
    logits = self.upper(x, mask, point, w)  # (B, C)
    return self.descend(logits, labels, share, point, gradient)
