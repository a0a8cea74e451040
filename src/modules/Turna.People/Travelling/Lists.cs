using Turna.Design;

namespace Turna.People.Travelling;

/// <summary>Sections of ISIC Rev. 4 in which people from here find work; the whole list is short enough to choose from.</summary>
internal static class Sectors
{
    public static IReadOnlyList<(string Code, string Text)> All { get; } =
    [
        ("A", Texts.Key("Agriculture, forestry and fishing")), ("B", Texts.Key("Mining")), ("C", Texts.Key("Manufacturing, sewing")),
        ("D", Texts.Key("Electricity and gas")), ("E", Texts.Key("Water and waste")), ("F", Texts.Key("Construction")),
        ("G", Texts.Key("Trade and repair of vehicles")), ("H", Texts.Key("Transport and delivery")), ("I", Texts.Key("Hotels, cafés and kitchens")),
        ("J", Texts.Key("Information and communication")), ("K", Texts.Key("Finance and insurance")), ("L", Texts.Key("Real estate")),
        ("M", Texts.Key("Science and professions")), ("N", Texts.Key("Cleaning, security and other support")), ("O", Texts.Key("Public administration")),
        ("P", Texts.Key("Education")), ("Q", Texts.Key("Health and social work")), ("R", Texts.Key("Arts and recreation")),
        ("S", Texts.Key("Beauty and other personal services")), ("T", Texts.Key("Private households")), ("U", Texts.Key("International organisations")),
    ];
}

/// <summary>What is paid for a job, by the items of SDG indicator 10.7.1 (codes of the questionnaire; names shortened).</summary>
internal static class CostItems
{
    public static IReadOnlyList<(string Code, string Text)> All { get; } =
    [
        ("RC01", Texts.Key("Recruiter, broker or agent")),
        ("RC02", Texts.Key("Employer or visa sponsor")),
        ("RC03", Texts.Key("Visa, work permit or patent")),
        ("RC04", Texts.Key("Passport or travel document")),
        ("RC05", Texts.Key("Medical examination, vaccination")),
        ("RC06", Texts.Key("Insurance")),
        ("RC07", Texts.Key("Police clearance")),
        ("RC08", Texts.Key("Skills test or certificate")),
        ("RC09", Texts.Key("Language test")),
        ("RC10", Texts.Key("Training needed for the job")),
        ("RC11", Texts.Key("Pre-departure orientation")),
        ("RC12", Texts.Key("Approval of the contract")),
        ("RC13", Texts.Key("Welfare fund")),
        ("RC14", Texts.Key("Travel at home before departure")),
        ("RC15", Texts.Key("Travel abroad")),
        ("RC16", Texts.Key("Travel and lodging on arrival")),
        ("RC17", Texts.Key("Tools, clothes, safety gear")),
        ("RC18", Texts.Key("Interest on money borrowed for this")),
        ("RC19", Texts.Key("Bribe or extortion")),
        ("RC20", Texts.Key("Deposit that was not returned")),
        ("RC21", Texts.Key("Taken from wages for this later")),
        ("RC99", Texts.Key("Something else")),
    ];
}
