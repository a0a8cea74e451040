using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Turna.Data;

namespace Turna.Ledger;

/// <summary>
/// Gives their stamps to the rows of a database from before there were stamps: to each that stands as its last leaf says, and to no other.
/// </summary>
public sealed class Stamping
{
    private const int RowsAtOnce = 1000;

    private readonly TurnaDbFactory units;
    private readonly RowHashing hashing;
    private readonly Pseudonyms pseudonyms;

    internal Stamping(TurnaDbFactory units, RowHashing hashing, Pseudonyms pseudonyms) => (this.units, this.hashing, this.pseudonyms) = (units, hashing, pseudonyms);

    /// <summary>Does it if it was not done before; returns how many rows were stamped. To be awaited before anybody writes.</summary>
    /// <param name="progress">Hears how many are done, now and then.</param>
    /// <param name="cancel">Ends it; what is stamped stays, the rest is done the next time.</param>
    public async Task<long> RunAsync(IProgress<long>? progress, CancellationToken cancel)
    {
        await using var reader = units.Create();
        if (await reader.Set<TreeRow>().AsNoTracking().AllAsync(t => t.Stamped, cancel)) return 0;
        var last = await LastHashesAsync(reader, cancel);
        await using var writing = units.CreateForUpkeep();
        var stamped = 0L;
        foreach (var type in reader.Model.GetEntityTypes().Where(t => t.IsLedgered())) stamped += await StampAsync(reader, writing, type, last, done => progress?.Report(stamped + done), cancel);
        var tree = await writing.Set<TreeRow>().SingleAsync(cancel);
        tree.Stamped = true;
        await writing.SaveUpkeepAsync(cancel);
        return stamped;
    }

    private static async Task<Dictionary<Token, (byte[] Hash, int Version)>> LastHashesAsync(TurnaDb db, CancellationToken cancel)
    {
        var last = new Dictionary<Token, (byte[] Hash, int Version)>();
        await foreach (var body in db.Set<LeafRow>().AsNoTracking().OrderBy(l => l.Index).Select(l => l.Body).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var leaf = Leaf.FromBytes(body);
            foreach (var row in leaf.Rows)
            {
                if (row.Hash.IsEmpty) last.Remove(row.Row);
                else last[row.Row] = (row.Hash.ToArray(), leaf.Version);
            }
        }

        return last;
    }

    private async Task<long> StampAsync(TurnaDb reader, TurnaDb writing, IEntityType type, Dictionary<Token, (byte[] Hash, int Version)> last, Action<long> tell, CancellationToken cancel)
    {
        var stamp = RowStamp.Of(type)!;
        var stamped = 0L;
        foreach (var (row, present) in RowStamp.AllOf(reader, type))
        {
            if (row is null || present is not null || !last.TryGetValue(hashing.Reference(type, row), out var leaf)) continue;
            if (!hashing.HashAsIn(leaf.Version, type, row).AsSpan().SequenceEqual(leaf.Hash)) continue;
            // By its name: the two units of work may each have a model of their own.
            var beside = writing.Attach(row).Property(stamp.Name);
            beside.CurrentValue = pseudonyms.Stamp(hashing.Hash(type, row));
            // A row that was attached rather than read would else be looked for with the stamp it is only now given.
            beside.OriginalValue = null;
            if (++stamped % RowsAtOnce != 0) continue;
            await writing.SaveUpkeepAsync(cancel);
            tell(stamped);
        }

        await writing.SaveUpkeepAsync(cancel);
        return stamped;
    }
}
