using System.Collections.Concurrent;

namespace Turna.Data;

/// <summary>How often each table was written to, by this process.</summary>
public sealed class TableVersions
{
    private readonly ConcurrentDictionary<Type, Counter> versions = new();

    internal void Note(IReadOnlyList<ChangedRow> changes)
    {
        foreach (var change in changes) Interlocked.Increment(ref Of(change.Type.ClrType).Value);
    }

    /// <summary>Every count only grows, so the sum over the same tables is the same only if none of them was written to.</summary>
    internal long Of(Type[] tables)
    {
        var sum = 0L;
        foreach (var table in tables) sum += Interlocked.Read(ref Of(table).Value);
        return sum;
    }

    private Counter Of(Type table) => versions.GetOrAdd(table, _ => new Counter());

    private sealed class Counter
    {
        public long Value;
    }
}

/// <summary>
/// What queries answered lately, kept until a table they rest on is written to. The writer counts its writes before it acknowledges: whoever
/// hears that a change is saved, and whoever asks after that, never meets the answer of before. Only where this process is the one writer
/// (SQLite); on PostgreSQL another node may have written, so every question is asked anew.
/// Never for what is open: nothing unsealed is put here.
/// </summary>
public sealed class Remembered(Store store, TurnaDbFactory units, TableVersions versions)
{
    private const int MostAnswers = 20_000;

    private readonly ConcurrentDictionary<object, Kept> answers = new();
    private readonly bool isOnlyWriter = store.Kind == StoreKind.Sqlite;

    /// <summary>The answer as it was read last, or reads it.</summary>
    /// <param name="db">The unit of work of the caller.</param>
    /// <param name="question">
    /// Which question with which arguments: a tuple or record with value equality, of a type or with a name no other question uses. Everything
    /// that <paramref name="read"/> takes from its caller stands in it.
    /// </param>
    /// <param name="read">Reads the answer from the unit of work it is given. The answer must not be changed by anybody who gets it.</param>
    /// <param name="tables">The entity types of every table the answer rests on.</param>
    public async ValueTask<T> OrReadAsync<T>(TurnaDb db, object question, Func<TurnaDb, Task<T>> read, params Type[] tables)
    {
        if (!isOnlyWriter) return await read(db);
        // The version of before the reading: an answer that a write overtook is never taken for a new one.
        var version = versions.Of(tables);
        if (answers.TryGetValue(question, out var kept) && kept.Version == version) return (T)kept.Answer;
        // On a connection of its own: the caller's may still stand in a snapshot of before the version.
        await using var unit = units.Create();
        var answer = await read(unit);
        // That there is nothing is not kept, or a stranger could fill the memory with guesses.
        if (answer is null) return answer;
        if (answers.Count >= MostAnswers) answers.Clear();
        answers[question] = new Kept(version, answer);
        return answer;
    }

    private readonly record struct Kept(long Version, object Answer);
}
