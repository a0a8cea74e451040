using System.Runtime.InteropServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Rights;
using Turna.People.Searching;
using Turna.Vault;
using Turna.Vault.Index;

namespace Turna.People.Registering;

/// <summary>
/// Fills an empty register with many people at once: the same rows that registering makes, sealed and keyed the same way by the same parts,
/// written past the unit of work and without leaves of the ledger. For scratch databases that are measured and thrown away.
/// </summary>
/// <remarks>People are sealed on all cores while the rows of those before are written; index entries follow in the order of their tokens.</remarks>
internal sealed class LoadRegister(Store store, TurnaModel model, Writer writer, KeyVault vault, IndexRounds rounds, TimeProvider clock)
{
    private const int Batch = 2048;

    /// <summary>Loads them; answers the number of pages the index takes in bytes.</summary>
    public async Task<LoadedRegister> HandleAsync(IEnumerable<NewPerson> people, long expected, Actor actor, CancellationToken cancel)
    {
        var round = await rounds.BeginAsync(actor.Organisation, expected, cancel);
        await using var db = new TurnaDb(store.Writers, model, writer);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(cancel);
        using var rows = new LoadedRows(connection);

        var ready = Channel.CreateBounded<Batched>(new BoundedChannelOptions(4) { SingleReader = true, SingleWriter = true });
        var sealing = Task.Run(() => SealAllAsync(people, round, actor, ready.Writer, cancel), cancel);
        var entries = new List<Entry>((int)Math.Min(expected * IndexRounds.EntriesOfOne, int.MaxValue / 2));
        var batches = new List<byte[]>();
        var numbers = new List<(Token Token, Sealed Reference)>();
        var count = 0;
        await foreach (var batch in ready.Reader.ReadAllAsync(cancel))
        {
            rows.Write(batch.People);
            foreach (var (token, at) in batch.Entries) entries.Add(new Entry(token, batches.Count, at));
            batches.Add(batch.References);
            foreach (var person in batch.People) numbers.AddRange(person.Numbers);
            count += batch.People.Length;
        }

        await sealing;
        var before = rows.Bytes();
        CollectionsMarshal.AsSpan(numbers).Sort(static (a, b) => a.Token.Bytes.Span.SequenceCompareTo(b.Token.Bytes.Span));
        rows.WriteNumbers(numbers);
        CollectionsMarshal.AsSpan(entries).Sort(static (a, b) => a.Token.CompareTo(b.Token));
        rows.WriteNames(round.Number, entries.Select(e => (e.Token, new ArraySegment<byte>(batches[e.Batch], e.At, IndexSeal.ReferenceLength))));
        return new LoadedRegister(count, rows.Bytes() - before);
    }

    private async Task SealAllAsync(IEnumerable<NewPerson> people, IndexRound round, Actor actor, ChannelWriter<Batched> ready, CancellationToken cancel)
    {
        try
        {
            foreach (var batch in people.Chunk(Batch)) await ready.WriteAsync(SealBatch(batch, round, actor), cancel);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            ready.Complete(failed);
            throw;
        }

        ready.Complete();
    }

    private Batched SealBatch(NewPerson[] people, IndexRound round, Actor actor)
    {
        var sealedPeople = new LoadedPerson[people.Length];
        var tokens = new int[people.Length][];
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(0, people.Length, Math.Max(1, people.Length / (4 * Environment.ProcessorCount))),
            () => vault.OpenIndex(round.Width),
            (range, _, seal) =>
            {
                for (var i = range.Item1; i < range.Item2; i++) (sealedPeople[i], tokens[i]) = SealOne(people[i], round, seal, actor, today);
                return seal;
            },
            seal => seal.Dispose());
        return WithReferences(sealedPeople, tokens, vault, round);
    }

    private (LoadedPerson Person, int[] Tokens) SealOne(NewPerson person, IndexRound round, IndexSeal seal, Actor actor, DateOnly today)
    {
        var identity = IdentityInput.Read(person, today).Identity;
        var row = new Person
        {
            Id = person.Id, Organisation = actor.Organisation, Sensitivity = person.Sensitivity, RegisteredAt = clock.GetUtcNow().UtcDateTime,
            KeepUntil = RetentionRule.KeepUntil(today, today), KeyRound = round.Number,
        };
        var (key, grant) = vault.CreateForLoad(row.Id.Subject, row.Organisation, PersonShelf.CircleOf(row));
        row.Identity = vault.Seal(key, row.Place, identity);
        var keys = SearchKeys.Of(identity);
        List<(Token, Sealed)> numbers = [];
        foreach (var number in keys.Where(k => k.IsNumber))
        {
            var token = vault.IndexToken(number.Kind, number.Text);
            numbers.Add((token, vault.SealReference(token, row.Id.Value)));
        }

        return (new LoadedPerson(row, grant, numbers), [.. SearchIndex.NameTokens(seal, keys)]);
    }

    private static Batched WithReferences(LoadedPerson[] people, int[][] tokens, KeyVault vault, IndexRound round)
    {
        var starts = new int[people.Length];
        for (var i = 1; i < people.Length; i++) starts[i] = starts[i - 1] + tokens[i - 1].Length;
        var entries = new (int Token, int At)[starts[^1] + tokens[^1].Length];
        var references = new byte[entries.Length * IndexSeal.ReferenceLength];
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(0, people.Length, Math.Max(1, people.Length / (4 * Environment.ProcessorCount))),
            () => vault.OpenIndex(round.Width),
            (range, _, seal) =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    for (var j = 0; j < tokens[i].Length; j++)
                    {
                        var at = (starts[i] + j) * IndexSeal.ReferenceLength;
                        seal.SealReference(tokens[i][j], people[i].Row.Id.Value, references.AsSpan(at, IndexSeal.ReferenceLength));
                        entries[starts[i] + j] = (tokens[i][j], at);
                    }
                }

                return seal;
            },
            seal => seal.Dispose());
        return new Batched(people, entries, references);
    }

    private sealed record Batched(LoadedPerson[] People, (int Token, int At)[] Entries, byte[] References);

    private readonly record struct Entry(int Token, int Batch, int At);
}

/// <summary>A person ready to be written.</summary>
internal sealed record LoadedPerson(Person Row, LoadedGrant Grant, IReadOnlyList<(Token Token, Sealed Reference)> Numbers);

/// <summary>How many were loaded, and the bytes of index they take.</summary>
internal sealed record LoadedRegister(int People, long IndexBytes);
