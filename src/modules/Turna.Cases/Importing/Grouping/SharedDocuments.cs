using Turna.Cases.Contracts;

namespace Turna.Cases.Importing.Grouping;

/// <summary>Documents that a register writes beside several people: a mother's beside her child, the number of a firm beside all who work there. They are nobody's.</summary>
internal static class SharedDocuments
{
    /// <summary>The rows with such documents left to the text, each with a doubt.</summary>
    public static IReadOnlyList<RegisterRow> TakenOut(IReadOnlyList<RegisterRow> rows, IReadOnlyList<string?> people)
    {
        var shared = rows.Select((row, at) => (row.Document, Person: people[at])).Where(shown => shown.Document is not null && shown.Person is not null).Distinct()
            .GroupBy(shown => shown.Document!, shown => shown.Person, StringComparer.Ordinal).Where(shown => shown.Skip(1).Any()).Select(shown => shown.Key).ToHashSet(StringComparer.Ordinal);
        return shared.Count == 0 ? rows : [.. rows.Select(row => row.Document is { } document && shared.Contains(document) ? Doubted(row, document) : row)];
    }

    private static RegisterRow Doubted(RegisterRow row, string document) => row with
    {
        Document = null,
        Status = row.Status == RegisterRowStatus.Ok ? RegisterRowStatus.Doubtful : row.Status,
        Problems = [.. row.Problems, $"name: the document '{document}' stands beside another name as well"],
    };
}
