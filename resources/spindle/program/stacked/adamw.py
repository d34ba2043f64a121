  def update(self: __torch__.M, schedule: Tensor, theta: Tensor, gradient: Tensor, mean: Tensor, square: Tensor, rate: Tensor, decay: Tensor) -> Tensor:
    # schedule: rate factor, 1 - 0.9^step, 1 - 0.999^step, largest gradient norm; each trial's gradient is clipped by its own norm
    length = torch.linalg_vector_norm(gradient, 2, [1], True)  # (K, 1)
    share = torch.clamp(torch.div(schedule[3], torch.add(length, 1.e-6)), None, 1.)  # (K, 1)
    torch.mul_(gradient, share)  # (K, N)
    rates = torch.mul(rate, schedule[0])  # (K, N)
    torch.mul_(theta, torch.rsub(torch.mul(rates, decay), 1.))  # (K, N)
    torch.add_(torch.mul_(mean, 0.9), gradient, alpha=0.1)  # (K, N)
    torch.addcmul_(torch.mul_(square, 0.999), gradient, gradient, value=0.001)  # (K, N)
    root = torch.add_(torch.sqrt(torch.div(square, schedule[2])), 1.e-8)  # (K, N)
    torch.addcdiv_(theta, torch.mul(rates, torch.div(mean, schedule[1])), root, value=-1.)  # (K, N)
    torch.zero_(gradient)  # (K, N)
    return torch.squeeze(length, 1)  # (K)
