using Microsoft.EntityFrameworkCore;

namespace Turna.Cases.Keeping;

/// <summary>One page of a list. An archive is not counted to its end for it: past <see cref="MostCounted"/> the list is to be narrowed.</summary>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Pages">How many pages there are, at least one.</param>
/// <param name="Count">How many rows all pages hold together.</param>
/// <param name="IsCut">Whether there are more rows than the pages hold.</param>
internal sealed record ListPage<T>(List<T> Rows, int Number, int Pages, int Count, bool IsCut)
{
    public const int MostCounted = 500;

    /// <param name="query">The rows in no order, for their number.</param>
    /// <param name="ordered">The same rows in the order of the list.</param>
    /// <param name="number">The page asked for; the nearest there is will be given.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<ListPage<T>> ReadAsync(IQueryable<T> query, IQueryable<T> ordered, int number, int size, CancellationToken cancel)
    {
        var counted = await query.Take(MostCounted + 1).CountAsync(cancel);
        var count = Math.Min(counted, MostCounted);
        var pages = Math.Max(1, (count + size - 1) / size);
        number = Math.Clamp(number, 1, pages);
        return new ListPage<T>(await ordered.Skip((number - 1) * size).Take(size).ToListAsync(cancel), number, pages, count, counted > MostCounted);
    }
}
