using Turna.Cases.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>Somebody of the file with all her rows that are still to come in.</summary>
internal sealed record FilePerson(string Id, IReadOnlyList<StagedRow> Rows, IReadOnlyList<StagedVisit> Visits)
{
    public StagedPerson Staged(IReadOnlyList<StagedMatch> matches) => new(Id, Visits.Select(v => v.Name).OfType<string>().MaxBy(n => n.Length) ?? string.Empty, Visits, matches);
}

/// <summary>The people of a file, in order of first appearance, by the suggestions of the reading.</summary>
internal static class FilePeople
{
    public static IReadOnlyList<FilePerson> Of(Register register, RegisterGroups groups, IReadOnlyList<StagedRow> rows)
    {
        var why = groups.Joins.GroupBy(j => j.Row).ToDictionary(g => g.Key, g => g.SelectMany(j => j.Why).Distinct(StringComparer.Ordinal).ToList());
        return
        [
            .. Enumerable.Range(0, rows.Count)
                .Where(i => rows[i].Person is not null && !rows[i].Repeated && PublishRows.IsEntry(rows[i].Row))
                .GroupBy(i => rows[i].Person!, StringComparer.Ordinal)
                .Select(g => new FilePerson(g.Key, [.. g.Select(i => rows[i])], [.. g.Select(i => Visit(i, register.Rows[i], why.GetValueOrDefault(i, [])))])),
        ];
    }

    private static StagedVisit Visit(int position, RegisterRow row, IReadOnlyList<string> why) =>
        new(position, row.Number, row.Date?.ToString(), row.Name, row.BirthYear, row.Phones.FirstOrDefault(p => p.Hers)?.Number, why) { SafeContact = row.SafeContact };
}
