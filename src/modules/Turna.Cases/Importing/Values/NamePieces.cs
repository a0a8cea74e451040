using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What a heading over the names asks for beside them ("Имя (год рождения, пол)").</summary>
internal readonly record struct BesideName(bool Birth, bool Sex, bool Anything);

/// <summary>
/// Takes from the end of a cell of names what stands there of the birth, the sex and the telephone: "Исаков Тынчтык (1987, м)",
/// "Абдиев Расул, 28 лет", "Эсенов Канат 1985". What is none of these is left where it stands.
/// </summary>
internal readonly partial record struct NamePieces(string Name, string Birth, string Sex, string Phone, string Rest)
{
    private const int MostPieces = 5;

    public static NamePieces Of(string written, BesideName asked)
    {
        var pieces = new NamePieces(written, string.Empty, string.Empty, string.Empty, string.Empty);
        for (var i = 0; i < MostPieces && Fewer(pieces, asked) is { } fewer; i++) pieces = fewer;
        return pieces.Phone.Length == 0 ? pieces : WithOwner(pieces);
    }

    /// <summary>Without what stands last: behind a comma or in brackets, or a telephone or a birth behind a space.</summary>
    private static NamePieces? Fewer(NamePieces pieces, BesideName asked)
    {
        if (Owned().Match(pieces.Name) is { Success: true } owned && PhoneOwnerWords.NamesAnother(Spelling.Fold(owned.Groups["owner"].Value))
            && TrailingPhone().Match(owned.Groups["before"].Value) is { Success: true } theirs)
            return WithPhone(pieces, theirs.Groups["name"].Value, $"{theirs.Groups["phone"].Value} ({owned.Groups["owner"].Value})");
        if (Last().Match(pieces.Name) is { Success: true } last && Taken(pieces, last, asked) is { } taken) return taken;
        if (TrailingPhone().Match(pieces.Name) is { Success: true } number) return WithPhone(pieces, number.Groups["name"].Value, number.Groups["phone"].Value);
        if (Nickname.Behind(pieces.Name, out var before) is { } nick) return WithPhone(pieces, before, nick);
        return pieces.Birth.Length == 0 && (TrailingDay().Match(pieces.Name) is { Success: true } day ? day : Trailing(asked).Match(pieces.Name)) is { Success: true } year
            ? pieces with { Name = year.Groups["name"].Value, Birth = year.Groups["birth"].Value }
            : null;
    }

    private static NamePieces WithPhone(NamePieces pieces, string name, string phone) =>
        pieces with { Name = name.TrimEnd(' ', ',', ';'), Phone = pieces.Phone.Length == 0 ? phone : $"{phone}, {pieces.Phone}" };

    /// <summary>"Асанова Айгүл, тел мужа 0555…": whose the number is goes with the number, or it would be taken for hers.</summary>
    private static NamePieces WithOwner(NamePieces pieces)
    {
        var words = Word().Matches(pieces.Name);
        // The first word is her own name, and behind a father's name "кызы" or "qizi" is a part of hers.
        var at = words.Skip(1).FirstOrDefault(word => Words.Shipped.Says("other", Spelling.Fold(word.Value)) && !OfFather().IsMatch(word.Value));
        if (at is null) return pieces;
        var name = BeforeOwner().Replace(pieces.Name[..at.Index], string.Empty);
        return pieces with { Name = name, Phone = $"{pieces.Name[at.Index..].Trim(' ', ',', ';', '(', ')')} {pieces.Phone}" };
    }

    private static NamePieces? Taken(NamePieces pieces, Match last, BesideName asked)
    {
        var (name, piece) = (last.Groups["name"].Value, last.Groups["piece"].Value.Trim());
        if (pieces.Birth.Length == 0 && BirthPiece().IsMatch(piece) && (asked.Birth || piece.Length > 2)) return pieces with { Name = name, Birth = piece };
        if (pieces.Sex.Length == 0 && asked.Sex && !NamesOwner(name, piece) && SexReader.Read(SourceCell.Of(piece)) is { IsCertain: true, Value: not null })
            return pieces with { Name = name, Sex = piece };
        if (PhonePiece().IsMatch(piece) || TrailingPhone().IsMatch(piece) || Nickname.In(piece) is not null) return WithPhone(pieces, name, piece);
        return asked.Anything && piece.Any(char.IsAsciiDigit) ? pieces with { Name = name, Rest = pieces.Rest.Length == 0 ? piece : $"{piece}, {pieces.Rest}" } : null;
    }

    /// <summary>"0555 123456 (муж)": whose the number is, and not her sex.</summary>
    private static bool NamesOwner(string before, string piece) => Words.Shipped.Says("other", Spelling.Fold(piece)) && TrailingPhone().IsMatch(before.TrimEnd(',', ';', ' '));

    private static Regex Trailing(BesideName asked) => asked.Birth ? TrailingNumber() : TrailingAge();

    [GeneratedRegex(@"^(?<name>.*\p{L}.*?)\s*[,;/(]\s*(?<piece>[^,;/()]+?)\s*\)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Last();

    [GeneratedRegex(@"^((ок|около|прим|примерно|приблиз\w*|где-то|чамасы|болжол\w*|about|approx|circa|ca|taxminan)\.?\s*|[~≈]\s*)?((г\.?\s?р\.?|год\w*\s+рожд\w*\.?|дата\s+рожд\w*\.?|т\.?\s?ж\.?|туулган|возраст)[\s:]*)?(([0-9]{1,2}[./\-][0-9]{1,2}[./\-])?(19|20)?[0-9]{2}|[0-9]{1,2}[./\-][0-9]{1,2}[./\-](19|20)?[0-9]{2})\s*-?\s*(г\.?\s?р?\.?|(го\s+)?года?(\s+рожд\w*\.?)?|го|ж\.?(\s?т\.?)?|жыл\p{L}*(\s+туулган)?|лет|л\.?|жаш\p{L}*|yosh|y\.?\s?o\.?|y/o|yrs?(\s+old)?|years?(\s+old)?|yil\w*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BirthPiece();

    [GeneratedRegex(@"^(тел\w*\.?[\s:]*)?\+?[0-9](?:[\s\-‑.()]{0,3}[0-9]){8,14}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PhonePiece();

    [GeneratedRegex(@"^(?<name>.*\p{L}\.?)\s+(?<birth>((ок|около|прим|примерно|приблиз\w*|где-то|чамасы|болжол\w*|about|approx|circa|ca|taxminan)\.?\s*|[~≈]\s*)?[0-9]{2}\s*-?\s*(г\.?\s?р\.?|го\s+года(\s+рожд\w*\.?)?|-?ж\.?\s?т\.?|лет|год|года|л\.|жаш\p{L}*|yosh|y/o|yrs?(\s+old)?|years?(\s+old)?))\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingAge();

    [GeneratedRegex(@"^(?<name>.*\p{L}\.?)\s+(?<birth>[0-9]{2}\s*-?\s*(г\.?\s?р?\.?|го\s+года(\s+рожд\w*\.?)?|ж\.?(\s?т\.?)?|лет|год|года|л\.|жаш\p{L}*|yosh|y/o|yrs?(\s+old)?|years?(\s+old)?)?)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingNumber();

    [GeneratedRegex(@"^(?<name>.*\p{L}\.?)[\s,;]+(?<birth>[0-9]{1,2}[./\-][0-9]{1,2}[./\-][0-9]{2})\s*(г\.?\s?р\.?)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingDay();

    // "0555 123456 (муж)"
    [GeneratedRegex(@"^(?<before>.*[0-9])\s*\(\s*(?<owner>\p{L}[\p{L}\s]*)\)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Owned();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(кызы|кизи|qizi|уулу|угли|ўғли|oʻgʻli|ogli)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfFather();

    // Read from the end: however long a cell of dashes is, it is gone through once.
    [GeneratedRegex(@"[\s,;:(–—-]*((?<!\p{L})(тел|номер|сот|моб|phone)\w*\.?[\s,;:(–—-]*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex BeforeOwner();

    // Neither a year nor a day of birth before it is a part of the number: "1995 8 999 111 20 30".
    [GeneratedRegex(@"^(?<name>.*?[\p{L}0-9)]\.?)[\s,;:]+(?<phone>(тел\w*\.?[\s:]*|т\.\s*)?(?!(19|20)[0-9]{2}\s+[+0-9(]|[0-9]{1,2}[./\-][0-9]{1,2}[./\-]|[0-9]{2}\s+\+?[0-9]{9})\+?[0-9](?:[\s\-‑.()]{0,3}[0-9]){8,14})\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingPhone();
}
