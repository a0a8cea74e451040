using Turna.Cases.Keeping;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.Consulting;

/// <summary>The particulars of a contact as somebody typed them: when it is logged, and when it is corrected.</summary>
internal record Particulars
{
    public const int LongestAdvice = 20_000;

    public string? Channel { get; init; }

    public string? Country { get; init; }

    public string? City { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public string? Advice { get; init; }

    public int? Minutes { get; init; }

    public DateOnly? On { get; init; }

    /// <summary>The country, or null where none was chosen.</summary>
    public string? CountryCode => string.IsNullOrEmpty(Country) ? null : Country;

    /// <summary>The topics as they are stored.</summary>
    public string TopicWords => string.Join(' ', Topics.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Says what is wrong. What a register left unknown, or brought from years ago, may stay as it stands.</summary>
    public void Check(FieldErrors errors, DateOnly today, Consultation? stands = null)
    {
        var lists = CodeLists.Shipped;
        if (!lists.Channels.TryFind(Channel, out _) && !(stands?.Channel.Length == 0 && string.IsNullOrEmpty(Channel))) errors.Add("Channel", "Choose how the contact was made");
        if (CountryCode is not null && !lists.Countries.TryFind(Country, out _)) errors.Add("Country", "Choose the country from the list");
        if (Topics.Count == 0 && stands?.Topics.Length != 0) errors.Add("Topics", "Choose at least one topic");
        if (Topics.Any(t => !lists.Topics.TryFind(t, out _))) errors.Add("Topics", "Choose the topics from the list");
        if (Advice?.Length > LongestAdvice) errors.Add("Advice", "The advice must be {0} characters or fewer", LongestAdvice);
        if (City?.Length > 100) errors.Add("City", "Write the place in {0} characters or fewer", 100);
        if (Minutes is < 0 or > 1440) errors.Add("Minutes", "Write the minutes as a number from 0 to {0}", 1440);
        if (On > today) errors.Add("On", "The day must not lie in the future");
        if (On < today.AddYears(-5) && On != stands?.On) errors.Add("On", "A contact this old comes in with a register");
    }
}
