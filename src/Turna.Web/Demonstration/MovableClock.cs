namespace Turna.Web.Demonstration;

/// <summary>A clock that stands where it is put: the demonstration's two years pass in a minute.</summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset moment) => Interlocked.Exchange(ref ticks, moment.UtcTicks);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}
