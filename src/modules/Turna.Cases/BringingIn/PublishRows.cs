using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>A row of a register as a consultation: what is coded, and what is kept in words.</summary>
internal static class PublishRows
{
    /// <summary>Stands for a language nobody wrote down (ISO 639-2).</summary>
    public const string UnknownLanguage = "und";

    /// <summary>True for a row that is a consultation, as far as it could be understood.</summary>
    public static bool IsEntry(RegisterRow row) => row.Status is RegisterRowStatus.Ok or RegisterRowStatus.Doubtful;

    /// <summary>The day under which a row is entered: the first of its month where no more is written, null where not even the month is or where the day has not come yet.</summary>
    public static DateOnly? DayOf(PartialDate? date, DateOnly today) => date is { Month: not null } known && known.Earliest <= today ? known.Earliest : null;

    /// <summary>What is kept in words, one line each, so that nothing of the row is lost: first what the office wrote, then what stands behind the codes.</summary>
    public static string Words(RegisterRow row, bool hasPerson)
    {
        var lines = row.Text.Select(t => $"{t.Key}: {t.Value}").ToList();
        if (row.Date is { IsExact: false } date) lines.Add($"{date}");
        if (!hasPerson)
        {
            if (row.Name is { } name) lines.Add(name);
            lines.AddRange(row.Phones.Select(p => p.Written).Distinct(StringComparer.Ordinal));
        }

        return Writing.Text(string.Join('\n', lines));
    }
}
