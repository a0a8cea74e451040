using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.Cases.Telling;

/// <summary>Finds a case by the number that is said on the telephone, among those the member may know of.</summary>
internal sealed partial class CaseByNumber(CaseAccess access) : IFindByNumber
{
    public async Task<string?> FindAsync(string typed, Actor actor, CancellationToken cancel)
    {
        if (Number().Match(typed.Trim()) is not { Success: true } number || !actor.May(CasesPermissions.Open)) return null;
        var year = int.Parse(number.Groups["year"].Value, CultureInfo.InvariantCulture);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var cases = await access.Visible(actor, CasesPermissions.Open).AsNoTracking().Where(c => c.OpenedOn >= first && c.OpenedOn <= last)
            .Select(c => new { c.Id, c.OpenedOn }).ToListAsync(cancel);
        var wanted = number.Value.ToUpperInvariant();
        return cases.Find(c => Case.NumberOf(c.Id, c.OpenedOn) == wanted) is { } found ? $"/cases/{found.Id}" : null;
    }

    [GeneratedRegex("^(?<year>20[0-9]{2})-[0-9A-Fa-f]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
