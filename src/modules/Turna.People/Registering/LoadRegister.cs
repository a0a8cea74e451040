using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Contracts;
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
internal sealed class LoadRegister(TurnaDbFactory units, KeyVault vault, IndexRounds rounds, StaffDirectory staff, TimeProvider clock)
{
    private const int Batch = 512;
    private const int BatchesAhead = 8;

    /// <summary>Loads them; answers how many, and the bytes of index they take.</summary>
    public async Task<LoadedRegister> HandleAsync(IEnumerable<NewPerson> people, long expected, Actor actor, CancellationToken cancel)
    {
        var round = await rounds.BeginAsync(actor.Organisation, expected, cancel);
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        await using var db = units.CreateForUpkeep();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(cancel);
        using var rows = new LoadedRows(connection);

        var ready = Channel.CreateBounded<LoadedBatch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true });
        var sealing = SealAllAsync(people, today, round, actor, ready.Writer, cancel);
        var names = new LoadedEntries(IndexSeal.ReferenceLength, (int)Math.Min(expected * IndexRounds.EntriesOfOne, int.MaxValue / 2));
        var numbers = new LoadedEntries(LoadedBatch.NumberLength, (int)Math.Min(expected, int.MaxValue / 2));
        var count = 0;
        await foreach (var batch in ready.Reader.ReadAllAsync(cancel))
        {
            rows.Write(batch);
            names.Add(batch.NameOrder, batch.References);
            numbers.Add(batch.Numbers);
            count += batch.Count;
        }

        await sealing;
        rows.Commit();
        var before = rows.Bytes();
        rows.WriteNumbers(numbers);
        rows.WriteNames(round.Number, names);
        rows.Close();
        return new LoadedRegister(count, rows.Bytes() - before);
    }

    private async Task SealAllAsync(IEnumerable<NewPerson> people, DateOnly today, IndexRound round, Actor actor, ChannelWriter<LoadedBatch> ready, CancellationToken cancel)
    {
        var read = Channel.CreateBounded<NewPerson[]>(new BoundedChannelOptions(BatchesAhead) { SingleWriter = true });
        var reading = Task.Run(() => ReadAllAsync(people, read.Writer, cancel), cancel);
        var sealers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => SealSomeAsync(read.Reader, today, round, actor, ready, cancel), cancel));
        try
        {
            await Task.WhenAll([reading, .. sealers]);
            ready.Complete();
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            ready.Complete(failed);
            throw;
        }
    }

    private static async Task ReadAllAsync(IEnumerable<NewPerson> people, ChannelWriter<NewPerson[]> read, CancellationToken cancel)
    {
        try
        {
            foreach (var batch in people.Chunk(Batch)) await read.WriteAsync(batch, cancel);
        }
        finally
        {
            read.Complete();
        }
    }

    private async Task SealSomeAsync(ChannelReader<NewPerson[]> read, DateOnly today, IndexRound round, Actor actor, ChannelWriter<LoadedBatch> ready, CancellationToken cancel)
    {
        using var seal = vault.OpenForLoad(actor.Organisation, CircleId.Of(actor.Organisation), round.Width);
        await foreach (var people in read.ReadAllAsync(cancel))
        {
            var batch = new LoadedBatch(people.Length);
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var person in people) SealOne(person, now, today, round, seal, actor, batch);
            await ready.WriteAsync(batch, cancel);
        }
    }

    private void SealOne(NewPerson person, DateTime now, DateOnly today, IndexRound round, LoadSeal seal, Actor actor, LoadedBatch batch)
    {
        var identity = IdentityInput.Read(person, today).Identity;
        // Everybody is a standard person here: the load makes grants of the organisation's circle.
        var row = new Person
        {
            Id = person.Id, Organisation = actor.Organisation, Sensitivity = PersonSensitivity.Standard, RegisteredAt = now,
            KeepUntil = RetentionRule.KeepUntil(today, today), KeyRound = round.Number,
        };
        var (key, grant) = seal.Create(row.Id.Subject);
        row.Identity = vault.Seal(key, row.Place, identity);
        var keys = SearchKeys.Of(identity);
        batch.Add(row, grant, SearchIndex.NameTokens(seal.Index, keys), seal.Index);
        foreach (var number in keys.Where(k => k.IsNumber)) batch.AddNumber(seal.IndexToken(number.Kind, number.Text), row.Id.Value, seal.Index);
    }
}

/// <summary>How many were loaded, and the bytes of index they take.</summary>
internal sealed record LoadedRegister(int People, long IndexBytes);
