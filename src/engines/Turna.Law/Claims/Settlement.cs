namespace Turna.Law.Claims;

/// <summary>Which payment went to which due: a named due first, else the dues already due on the day, oldest first.</summary>
internal sealed class Settlement
{
    private readonly IReadOnlyList<Due> _dues;
    private readonly decimal[] _unpaid;

    private Settlement(IReadOnlyList<Due> dues) => (_dues, _unpaid) = (dues, [.. dues.Select(due => due.Amount)]);

    /// <summary>Allocations in the order of payment.</summary>
    public List<Allocation> Allocations { get; } = [];

    /// <summary>What of each payment found nothing to pay.</summary>
    public List<(int Payment, decimal Amount)> LeftOver { get; } = [];

    /// <summary>Allocates every payment made through a day.</summary>
    /// <param name="dues">Dues, oldest first.</param>
    /// <param name="payments">Payments as given. On one day those towards a named due come first, so that the order given does not matter.</param>
    /// <param name="asOf">Later payments are not looked at.</param>
    public static Settlement Of(IReadOnlyList<Due> dues, IReadOnlyList<Payment> payments, DateOnly asOf)
    {
        var settlement = new Settlement(dues);
        var made = Enumerable.Range(0, payments.Count)
            .Where(index => payments[index].Day <= asOf)
            .OrderBy(index => payments[index].Day)
            .ThenBy(index => payments[index].Towards is null);
        foreach (var index in made) settlement.Settle(payments[index], index);
        return settlement;
    }

    /// <summary>What is unpaid of the due at a place in the order given.</summary>
    public decimal UnpaidOf(int due) => _unpaid[due];

    private void Settle(Payment payment, int index)
    {
        var rest = payment.Amount;
        for (var place = 0; place < _dues.Count; place++)
        {
            var due = _dues[place];
            if (payment.Towards is { } named ? due.Id != named : due.Day > payment.Day) continue;
            var part = Math.Min(rest, _unpaid[place]);
            if (part == 0m) continue;
            Allocations.Add(new Allocation(index, due.Id, payment.Day, part));
            _unpaid[place] -= part;
            rest -= part;
        }

        if (rest > 0m) LeftOver.Add((index, rest));
    }
}
