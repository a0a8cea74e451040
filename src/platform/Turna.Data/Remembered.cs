using System.Collections.Concurrent;

namespace Turna.Data;

/// <summary>
/// What queries answered lately, kept until a table they rest on is written to. The writer forgets before it acknowledges: whoever hears
/// that a change is saved, and whoever asks after that, never meets the answer of before. Only where this process is the one writer (SQLite);
/// on PostgreSQL another node may have written, so every question is asked anew.
/// Never for what is open: nothing unsealed is put here.
/// </summary>
public sealed class Remembered(Store store)
{
    private const int MostAnswers = 20_000;

    private readonly ConcurrentDictionary<Type, Counter> versions = new();
    private readonly ConcurrentDictionary<object, Kept> answers = new();
    private readonly bool isOnlyWriter = store.Kind == StoreKind.Sqlite;

    /// <summary>The answer as it was read last, or reads it.</summary>
    /// <param name="question">Which question with which arguments: a tuple or record with value equality, of a type or with a name no other question uses.</param>
    /// <param name="read">Reads the answer. It must not be changed by anybody who gets it.</param>
    /// <param name="tables">The entity types of every table the answer rests on.</param>
    public async ValueTask<T> OrReadAsync<T>(object question, Func<Task<T>> read, params Type[] tables)
    {
        if (!isOnlyWriter) return await read();
        var version = VersionOf(tables);
        if (answers.TryGetValue(question, out var kept) && kept.Version == version) return (T)kept.Answer!;
        var answer = await read();
        if (answers.Count >= MostAnswers) answers.Clear();
        // The version of before the reading: an answer that a write overtook is never taken for a new one.
        answers[question] = new Kept(version, answer);
        return answer;
    }

    internal void Forget(IReadOnlyList<ChangedRow> changes)
    {
        foreach (var change in changes) Interlocked.Increment(ref Of(change.Type.ClrType).Value);
    }

    // Every version only grows, so their sum is the same only if none has changed.
    private long VersionOf(Type[] tables)
    {
        var sum = 0L;
        foreach (var table in tables) sum += Interlocked.Read(ref Of(table).Value);
        return sum;
    }

    private Counter Of(Type table) => versions.GetOrAdd(table, _ => new Counter());

    private readonly record struct Kept(long Version, object? Answer);

    private sealed class Counter
    {
        public long Value;
    }
}
