using System.Globalization;
using System.Text;
using Turna.Kernel;
using Turna.Names;

namespace Turna.Evidence.Reporting;

/// <summary>Names for files that leave the system: of when and whose they are, in letters that every machine keeps as they are.</summary>
internal static class FileName
{
    private const int Longest = 40;

    /// <summary>Such as <c>2026-q3-legal-team-report-topic-exact</c>: the period, the one team or else the organisation, and what the file holds.</summary>
    public static string Of(Report report, string organisation, Wording wording)
    {
        var whose = report.Teams is { Count: 1 } ? wording.TeamsOf(report) : organisation;
        return string.Join('-', new[] { report.Period.Name.Replace("..", "_", StringComparison.Ordinal), Short(whose), "report", report.Breakdown.ToString(), report.View.ToString() }
            .Where(part => part.Length > 0)).ToLowerInvariant();
    }

    /// <summary>A name in Latin letters and digits, words joined by dashes; what has no Latin form is left out.</summary>
    internal static string Short(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var letter in Writing.Normal(Romanisation.ToLatin(name, LatinStandard.Icao), NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) kept.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter) && letter is not ('\'' or '’' or '‘')) kept.Append('-');
        }

        var words = string.Join('-', kept.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= Longest ? words : words[..Longest].TrimEnd('-');
    }
}
