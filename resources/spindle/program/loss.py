  def classification(self: __torch__.M, logits: Tensor, labels: Tensor) -> Tensor:
    return torch.cross_entropy_loss(logits, torch.to(labels, 4))  # ()

  def regression(self: __torch__.M, logits: Tensor, labels: Tensor) -> Tensor:
    return torch.mse_loss(torch.squeeze(logits, -1), labels)  # ()

  def token_loss(self: __torch__.M, logits: Tensor, labels: Tensor) -> Tensor:
    # mean over the tokens that are not labelled -100
    return torch.cross_entropy_loss(torch.flatten(logits, 0, 1), torch.flatten(torch.to(labels, 4)))  # ()
