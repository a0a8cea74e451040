namespace Turna.Law.Claims;

/// <summary>Which payment went to which due: a named due first, else the dues already due on the day, oldest first.</summary>
internal sealed class Settlement
{
    private readonly Dictionary<string, decimal> _unpaid;

    private Settlement(IReadOnlyList<Due> dues) => _unpaid = dues.ToDictionary(due => due.Id, due => due.Amount, StringComparer.Ordinal);

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
        foreach (var index in made) settlement.Settle(dues, payments[index], index);
        return settlement;
    }

    public decimal UnpaidOf(Due due) => _unpaid[due.Id];

    private void Settle(IReadOnlyList<Due> dues, Payment payment, int index)
    {
        var rest = payment.Amount;
        foreach (var due in dues)
        {
            if (rest == 0m) return;
            if (payment.Towards is { } named ? due.Id != named : due.Day > payment.Day) continue;
            var part = Math.Min(rest, _unpaid[due.Id]);
            if (part == 0m) continue;
            Allocations.Add(new Allocation(index, due.Id, payment.Day, part));
            _unpaid[due.Id] -= part;
            rest -= part;
        }

        if (rest > 0m) LeftOver.Add((index, rest));
    }
}
