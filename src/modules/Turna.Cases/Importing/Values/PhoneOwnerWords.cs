using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Reads remarks for whose phone the row's number is: "тел. брата", "трубку берёт свекровь", "звонить сестре", "күйөөсүнүкү".</summary>
internal static partial class PhoneOwnerWords
{
    private const int LongestAnswer = 3;

    private static readonly string[] Nominatives = ["а", "я", "ь", ""];

    private static readonly string[] Possessives = ["сы", "си", "су"];

    /// <summary>The words that give the number of the row to somebody else, or null.</summary>
    public static string? Of(string text)
    {
        foreach (var clause in Clauses.Of(text))
        {
            var folded = Spelling.Fold(clause.Replace('/', ' '));
            if (RelativeOf(clause) is not null) continue;
            if (NotHers().IsMatch(folded) || Possessed().IsMatch(folded)) return clause;
            if (NamesAnother(folded) && GivesAway(folded, clause)) return clause;
        }

        return null;
    }

    /// <summary>"Муж Нурилы" in the row of Нурила herself: he whom it names has the number. The words that say so, or null.</summary>
    public static string? OfHerOwn(string text, string name)
    {
        var own = Spelling.Fold(name).Split(' ');
        return Clauses.Of(text).FirstOrDefault(clause =>
            RelativeOf(clause) is { } named && Spelling.Fold(named) is var folded && Array.Exists(own, word => word.StartsWith(folded[..^1], StringComparison.Ordinal)));
    }

    /// <summary>"сын Нурилы", "Гүлбарчындын сиңдиси": the given name of her whose relative it is. Null for anything else, also for "муж Нурали", who has that name himself.</summary>
    private static string? RelativeOf(string clause)
    {
        var told = TellsWhoSheIs().Match(clause.Trim(' ', '.', '(', ')'));
        if (!told.Success) return null;
        if (told.Groups["of"] is { Success: true } of) return IsGivenName(of.Value) ? of.Value : null;
        var written = told.Groups["genitive"].Value;
        if (IsGivenName(written) || written.EndsWith("али", StringComparison.OrdinalIgnoreCase)) return null;
        return Nominatives.Select(ending => written[..^1] + ending).FirstOrDefault(IsGivenName);
    }

    // "Кошунасынын кызы": somebody's neighbour is no name.
    private static bool IsGivenName(string word) => SexReader.OfGivenName(word) is not null && Spelling.Fold(word) is var folded
        && !NamesAnother(folded) && !Array.Exists(Possessives, ending => folded.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>True when a word of the folded text names somebody beside her.</summary>
    public static bool NamesAnother(string folded) => Words.Shipped.Mentions("other", folded) || Kin().IsMatch(folded);

    /// <summary>"сиңдисиники", "қўшнисиники": the word says itself that it is somebody's.</summary>
    public static bool IsPossessed(string folded) => Possessed().IsMatch(folded);

    /// <summary>"трубку берёт соседка", "к телефону подходит муж", "телефону күйөөсүндө": somebody else takes the call.</summary>
    public static bool AnotherAnswers(string folded)
    {
        if (!NamesAnother(folded)) return false;
        var words = folded.Split(' ');
        if (!Phone().IsMatch(folded)) return words.Length <= LongestAnswer && PicksUp().IsMatch(folded);
        return Answers().IsMatch(folded) || Array.Exists(words, IsAtAnother) || At().Matches(folded).Any(match => NamesAnother(match.Groups["who"].Value));
    }

    /// <summary>"күйөөсүндө", "онасида"</summary>
    private static bool IsAtAnother(string word) => NamesAnother(word) && Locative().IsMatch(word);

    private static bool GivesAway(string folded, string clause)
    {
        if (Ordinary().IsMatch(folded)) return false;
        if (AnotherAnswers(folded)) return true;
        if (Beside().IsMatch(folded) || Answers().IsMatch(folded)) return true;
        var words = folded.Split(' ');
        if (words.Length <= 2 && Array.TrueForAll(words, word => Words.Shipped.Says("other", word) || Kin().IsMatch(word) || IsName(word, clause))) return true;
        if (Phone().IsMatch(folded)) return SafetyReader.OfClause(clause).Count == 0 || Held().IsMatch(folded);
        return Reached().IsMatch(folded) && !words.Any(Negation.Is);
    }

    /// <summary>"брат Нурлан", "эжеси Айгүл"</summary>
    private static bool IsName(string word, string clause) =>
        clause.Split(' ').Any(written => written.Length > 2 && char.IsUpper(written[0]) && Spelling.Fold(written) == word);

    // "сын Нурилы", "Айгүлдүн сиңдиси": the name stands in the case of whose relative she is.
    [GeneratedRegex(@"^(сын|дочь|дочка|внук|внучка|брат|сестра|сестр[её]нка|племянница|племянник|муж|жена|мать|отец|подруга|друг|невестка|зять)\s+(?<genitive>\p{Lu}\p{L}+[ыи])$|^(?<of>\p{Lu}\p{L}+)[дтн][ыиуү]н\s+(сиңди|эже|ага|ини|байке|карындаш|уул|кыз|апа|ата|аял|күйөө|жолдош|келин|небере|жээн|курбу|дос)\p{L}*$|^(?<of>\p{Lu}[\p{L}'’ʻ]+)ning\s+\p{L}+i$", RegexOptions.ExplicitCapture)]
    private static partial Regex TellsWhoSheIs();

    [GeneratedRegex(@"\b(тел|телефон\w*|номер\w*|номур\w*|номери\w*|трубк\w*|сим ?карт\w*|симк\w*|сотк\w*|сотов\w*|моб|мобильн\w*|аппарат\w*|ватсап\w*|whatsapp|phone\w*|number|sim|raqam\w*|telefon\w*|nomer\w*|ракам\w*)\b")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(тел|телефон|номер|трубка|номуру?|номери|симка|сим карта)\s+(ее |его |у |от |есть у |находится у |остался у )\w+|\bу\s+(муж|брат|сестр|мам|матер|свекр|хозя|начальник|работодател|родствен|подруг|сосед|сын|доч|отц|пап)\w*$")]
    private static partial Regex Held();

    [GeneratedRegex(@"^(это |его |ее |не ее )?(тел|телефон\w*|номер\w*|трубка|ном|номур\w*|sim|phone|number|raqami|telefoni)\s+(у |от |принадлежит |ее |его |моего |моей |of (her |his |the )?)?(муж|брат|сестр|мам|матер|мать|свекр|свек|жен[аы]|супруг|хозя|начальник|работодател|родствен|подруг|друг|сосед|сын|доч|отц|отец|пап|тет|дяд|племян|невестк|зят|коллег|знаком|бригадир|посредник|землячк|husband|brother|sister|mother|father|friend|boss)\w*")]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(?!.*\bесли\b)(?=.*\b(отвеча|ответит|берет|возьмет|подним|снима|снимет|подход|подойд|котор|кутар|алат\b|жооп бер|жавоб бер|oladi\b|javob ber|со слов\b|созунон|созу боюнча|айтымында|айтуусу|according to|answers|answered by|picks up)).*")]
    private static partial Regex Answers();

    [GeneratedRegex(@"\b(отвеча(ет|ют)|ответ(ит|ят|ить)|жооп берет|жавоб беради|javob beradi|answers|picks up)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex PicksUp();

    [GeneratedRegex(@"\bу (?<who>\p{L}+)", RegexOptions.ExplicitCapture)]
    private static partial Regex At();

    [GeneratedRegex("([ыиу]нд[аео]|[ыиу]мд[аео]|ида|ida)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Locative();

    [GeneratedRegex(@"\b(звон(ить|и|ите)|(по|пере)звон(ить|и|ите)|набира\w+|набрать|писать|пишите|связ\w+|контакт\w*|говор(ить|ите)|общаться|общение|разговаривать|передава\w+|передать|через|чалгыла|чалыныз|чалуу|чалса болот|чал|жазгыла|аркылуу|байланыш\w*|суйлош\w*|qongiroq\w*|boglan\w*|orqali|call|contact|via|through|reach)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Reached();

    [GeneratedRegex(@"\b(не|ни)\s+(ее|его|свой|свои|личн\w+|собственн\w+)\b|\b(чуж|посторонн|чоочун|бот[оо]н)\w*\b|\bбашка(нын|лардын| адам| киши)\w*|\b(озунуку|менинки|меники|жеке|oziniki|ozimniki|uniki|узиники)\s+(эмес|emas|емас)|\bnot (hers|his|her|own)\b|\b(somebody|someone|somebodys|someones) (else|elses|phone)|\bbegona\w*|\bboshqa (odam|kishi)\w*")]
    private static partial Regex NotHers();

    [GeneratedRegex(@"\b(?!озунук|меник)\p{L}{3,}(нык[иы]|нуку|ники|никы|тук[уи]|тыкы|дыкы|дуку)\b|\b(eri|akasi|ukasi|opasi|onasi|otasi|singlisi|xotini|qaynonasi|doʻsti|dosti)(niki|ning)\b|\b(?!ozi|uzi|meni|uni)\p{L}{3,}(siniki|iniki)\b")]
    private static partial Regex Possessed();

    [GeneratedRegex(@"\b(мам[аеуыо]|матер(и|ью)\b|отц|пап[аеуыо]|жен[аеуыо]й?\b|сын|тет[яеию]|дяд|акам|акаси|эри(м|ни|не|нин|га|нинг|да|дан)?\b|опаси|укаси|онаси|синглиси|акас|eri(m|ga|ni|ning|niki)?\b|aka(m|si)|uka(m|si)|opa(m|si)|ona(m|si)|ota(m|si)|singli(m|si)|xotini|qaynona|qaynota|dosti|dugonasi|togasi|amakisi|xolasi|qizi|ogli|свек|мужн|мамин|братов|сестрин|папин|кум[аы]?\b|однокласс|сожител|партнер|парень|парня|бывш)\w*")]
    private static partial Regex Kin();

    [GeneratedRegex(@"\b(звонок|звонки|позвонить|письмо|жалоба|претензи\w*|писать|написать)\s+(работодател|хозя|начальник|бригадир|прораб|посредник)|\b(звонил|писал|обращал|говорил|связывал)\w*\s")]
    private static partial Regex Ordinary();
}
