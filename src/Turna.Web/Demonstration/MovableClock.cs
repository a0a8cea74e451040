namespace Turna.Web.Demonstration;

/// <summary>A clock that stands where it is put: the demonstration's two years pass in a minute. Each desk may be at its own moment of the same days.</summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private readonly AsyncLocal<long?> here = new();
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(here.Value ?? Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>What time it is for everybody who is at no desk, the ledger among them.</summary>
    public void MoveTo(DateTimeOffset moment) => Interlocked.Exchange(ref ticks, moment.UtcTicks);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    /// <summary>What time it is from now on in this flow of work.</summary>
    public void AtThisDesk(DateTimeOffset moment) => here.Value = moment.UtcTicks;
}
