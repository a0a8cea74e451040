using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>A name in a messenger in the place of a number: "@shirin_99", "телеграм @nurbek_k96", "t.me/nurbek96".</summary>
internal static partial class Nickname
{
    /// <summary>The name, in small letters; null where the text is anything else, or says more.</summary>
    public static string? In(string text) =>
        Alone().Match(text) is { Success: true } match && match.Groups["nick"].Value.ToLowerInvariant() is var nick && !OfNobody().IsMatch(nick) ? nick : null;

    /// <summary>What of it stands behind something else; null where nothing does.</summary>
    public static string? Behind(string text, out string before)
    {
        var match = Last().Match(text);
        before = match.Groups["before"].Value;
        return match.Success ? match.Groups["written"].Value : null;
    }

    private const string Messenger = @"((телеграм\w*|телега|тг|telegram|tg|инст\w*|insta\w*|фейсбук|facebook|fb|вк|vk|ватсап|whatsapp)[\s.:,]*)?";

    private const string Address = @"((https?://)?(www\.)?(t\.me|instagram\.com|facebook\.com|fb\.com|vk\.com)/|@)";

    private const string Written = Messenger + Address + @"(?<nick>[A-Za-z0-9_.]{3,})/?";

    // The rest of an address of electronic mail, and pages of a service.
    [GeneratedRegex(@"^(g?mail|yandex|ya|bk|inbox|list|icloud|hotmail|yahoo|rambler|outlook)\.|\.php$|^(groups|people|share|pages|joinchat)$", RegexOptions.ExplicitCapture)]
    private static partial Regex OfNobody();

    [GeneratedRegex(@"^\s*" + Written + @"\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^(?<before>.*[\p{L}0-9.)])[\s,;]+(?<written>" + Written + @")\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Last();
}
