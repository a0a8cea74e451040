using System.Globalization;

namespace Turna.Ledger;

/// <summary>
/// When a checkpoint is due, and whether those of a ledger are all there: each names the one before, and no leaf lies further behind one than a
/// checkpoint would have been due. Notes from before they named one bind nothing; after the first that does, each must.
/// </summary>
internal sealed class CheckpointChain
{
    private const int MostLeaves = 256;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(10);

    private (long Size, DateTime At) last = (0, DateTime.MinValue);
    private (long Index, DateTime At)? overdue;
    private long? gap;
    private bool named;
    private bool any;

    /// <summary>Whether a commit at this moment that leaves a tree of this size must state it. The first says at once whose database it is.</summary>
    public static bool IsDue(long size, DateTime at, long lastSize, DateTime lastAt) =>
        size > lastSize && (lastSize == 0 || size - lastSize >= MostLeaves || at - lastAt >= LongestTime);

    /// <summary>Takes the next leaf, and the checkpoint behind it if there is one; what is missing between them and those before.</summary>
    /// <param name="index">The place of the leaf.</param>
    /// <param name="at">Its time; null where the leaf cannot be read.</param>
    /// <param name="checkpoint">The checkpoint that states the tree up to it.</param>
    public string? Missing(long index, DateTime? at, CheckpointRow? checkpoint)
    {
        // The leaves of one commit share their time, and its last one bears the checkpoint.
        if (overdue is { } due && at is not null && at != due.At) gap ??= due.Index;
        if (overdue is null && at is { } time && IsDue(index + 1, time, last.Size, last.At)) overdue = (index, time);
        if (checkpoint is null) return null;

        var follows = SignedNote.Follows(checkpoint.Note);
        var missing = follows is { } before && before != last.Size ? Broken(before, checkpoint.Size)
            : follows is null && named ? string.Create(CultureInfo.InvariantCulture, $"the checkpoint at {checkpoint.Size} does not name the one before")
            : gap is { } first && (named || follows == 0) ? Behind(first) : null;
        (last, overdue, gap, named, any) = ((checkpoint.Size, checkpoint.At), null, null, named || follows is not null, true);
        return missing;
    }

    /// <summary>What is missing behind the last leaf.</summary>
    public string? MissingAtEnd(long size) => size > 0 && !any ? "the ledger has no checkpoint"
        : named && (gap ?? overdue?.Index) is { } first ? Behind(first) : null;

    private string Broken(long before, long size) => before > last.Size
        ? string.Create(CultureInfo.InvariantCulture, $"the checkpoint at {before} is missing; that at {size} follows it")
        : string.Create(CultureInfo.InvariantCulture, $"the checkpoint at {size} does not follow that at {last.Size}");

    private static string Behind(long index) => string.Create(CultureInfo.InvariantCulture, $"a checkpoint is missing behind leaf {index}");
}
