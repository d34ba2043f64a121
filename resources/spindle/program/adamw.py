  def update(self: __torch__.M, schedule: Tensor, theta: Tensor, gradient: Tensor, mean: Tensor, square: Tensor, rate: Tensor, decay: Tensor) -> Tensor:
    # schedule: rate factor, 1 - 0.9^step, 1 - 0.999^step, largest gradient norm
    length = torch.linalg_vector_norm(gradient)  # ()
    share = torch.clamp(torch.div(schedule[3], torch.add(length, 1.e-6)), None, 1.)  # ()
    torch.mul_(gradient, share)  # (N)
    rates = torch.mul(rate, schedule[0])  # (N)
    torch.mul_(theta, torch.rsub(torch.mul(rates, decay), 1.))  # (N)
    torch.add_(torch.mul_(mean, 0.9), gradient, alpha=0.1)  # (N)
    torch.addcmul_(torch.mul_(square, 0.999), gradient, gradient, value=0.001)  # (N)
    root = torch.add_(torch.sqrt(torch.div(square, schedule[2])), 1.e-8)  # (N)
    torch.addcdiv_(theta, torch.mul(rates, torch.div(mean, schedule[1])), root, value=-1.)  # (N)
    torch.zero_(gradient)  # (N)
    return length
