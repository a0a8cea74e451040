namespace Turna.Statistics.Disclosure;

/// <summary>How much arithmetic a search may still spend; counted, not timed, so that the same release ends the same way everywhere.</summary>
/// <param name="most">Changed figures of a tableau.</param>
internal sealed class Effort(long most)
{
    private long spent;

    public bool IsSpent => spent >= most;

    public void Spend(long figures) => spent += figures;
}
