namespace Turna.Statistics.Disclosure;

/// <summary>How uncertain a reader must be left about each cell that is not shown.</summary>
internal sealed class Uncertainty
{
    private const double Slack = 1e-6;
    private readonly Rules rules;
    private readonly Concern?[] concerns;
    private readonly Contributions?[] from;
    private readonly Func<double, double, bool> whole;

    public Uncertainty(Rules rules, Concern?[] concerns, Contributions?[] from)
    {
        (this.rules, this.concerns, this.from) = (rules, concerns, from);
        whole = (up, down) => Math.Floor(up + Slack) + Math.Floor(down + Slack) >= rules.Width;
    }

    /// <summary>What suppressing a cell costs besides what it holds.</summary>
    public double Price => rules.Threshold ?? 0;

    /// <summary>The least value that a reader must grant a suppressed cell.</summary>
    public double Least(int cell) => from[cell] is null && !rules.ProtectZeros ? 1 : 0;

    /// <summary>Are so many steps up from the true value and so many down enough?</summary>
    public Func<double, double, bool> NeedOf(int cell)
    {
        if (rules.Width == 0) return static (_, _) => true;
        if (from[cell] is null) return whole;
        if (concerns[cell] is not { Above: > 0 } concern) return static (up, down) => up + down > Slack;
        return (up, down) => up >= concern.Above - Slack && down >= concern.Below - Slack;
    }

    /// <summary>How many steps the cell must be able to go on one side, when it can go <paramref name="up"/> and <paramref name="down"/> so far.</summary>
    public double Missing(int cell, double up, double down, bool upwards)
    {
        if (from[cell] is null) return rules.Width - Math.Floor((upwards ? down : up) + Slack);
        return concerns[cell] is not { } concern ? 0 : upwards ? concern.Above : concern.Below;
    }
}
