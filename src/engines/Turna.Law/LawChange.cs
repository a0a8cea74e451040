namespace Turna.Law;

/// <summary>A situation whose result is not the same under two versions of the law.</summary>
/// <typeparam name="TSituation">What was asked.</typeparam>
/// <typeparam name="TResult">What came out.</typeparam>
/// <param name="Index">Place of the situation in the set, from 0.</param>
/// <param name="Situation">The situation.</param>
/// <param name="Before">Result under the old version.</param>
/// <param name="After">Result under the new version.</param>
public sealed record ChangedResult<TSituation, TResult>(int Index, TSituation Situation, TResult Before, TResult After);

/// <summary>What a change of law means for a set of situations.</summary>
public static class LawChange
{
    /// <summary>The situations whose result changes, in order. Situations are taken one by one, so a million of them need no memory.</summary>
    /// <param name="situations">The situations.</param>
    /// <param name="before">Computes a result under the old version.</param>
    /// <param name="after">Computes it under the new one.</param>
    /// <param name="same">Whether two results are the same.</param>
    public static IEnumerable<ChangedResult<TSituation, TResult>> Between<TSituation, TResult>(
        IEnumerable<TSituation> situations, Func<TSituation, TResult> before, Func<TSituation, TResult> after, Func<TResult, TResult, bool> same)
    {
        var index = 0;
        foreach (var situation in situations)
        {
            var (old, now) = (before(situation), after(situation));
            if (!same(old, now)) yield return new ChangedResult<TSituation, TResult>(index, situation, old, now);
            index++;
        }
    }
}
