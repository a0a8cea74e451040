using Turna.Data;
using Turna.Kernel;

namespace Turna.Evidence.Contracts;

/// <summary>A fact behind a number of a report: the token of its record, its day and its code.</summary>
public sealed record FactBehind(Token Record, DateOnly On, string? Subtype);

/// <summary>A record as a list behind a number shows it.</summary>
/// <param name="Text">Who or what, in the language of the request.</param>
/// <param name="Href">Its page.</param>
/// <param name="Note">What else is known at a glance.</param>
public sealed record RecordBehind(string Text, string Href, string? Note);

/// <summary>Implemented by the room that published the facts: it alone can find and open the records behind them.</summary>
public interface IOpensFacts
{
    /// <summary>
    /// The records of some facts of one kind, in their order; null in the place of one that the actor may not open. What is opened is on record
    /// before it is answered.
    /// </summary>
    /// <param name="kind">The kind of all of them.</param>
    /// <param name="facts">The facts to show: one page of a list.</param>
    /// <param name="asPeople">True to show the person of each record rather than the record.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Cancels the reading.</param>
    Task<IReadOnlyList<RecordBehind?>> OpenAsync(FactKind kind, IReadOnlyList<FactBehind> facts, bool asPeople, Actor actor, CancellationToken cancel);

    /// <summary>How many tasks of these teams fell due in a period and are still to be done.</summary>
    Task<int> OverdueAsync(IReadOnlyCollection<TeamId> teams, DateOnly from, DateOnly to, Actor actor, CancellationToken cancel);

    /// <summary>The same tasks, the longest overdue first.</summary>
    Task<IReadOnlyList<RecordBehind>> OverdueTasksAsync(IReadOnlyCollection<TeamId> teams, DateOnly from, DateOnly to, int skip, int take, Actor actor, CancellationToken cancel);
}
