using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>What an office writes under and between its entries: who kept the register, what a month adds up to, the headings in another language.</summary>
public sealed class Closing_line_tests
{
    private const string Headings = "№;Дата;ФИО;Телефон;Пол;Страна;Вопрос;Сумма долга;Возвращено;Примечание;Специалист\n1;15.05.2023;Асанова Айгуль;0555123456;ж;Россия;зарплата;1000 сом;;;\n";

    [Theory]
    [InlineData("Ответственный секретарь;;;;;;;;;;Ж. Осмоналиева"), InlineData(";Қабул қилди: Тўхтасинова Р.;;;;;имзо ____;;;;"), InlineData(";Жооптуу адис: Кадырбердиева Н.;;;;;;;;колу ________;"), InlineData("Составил: Иванов И.И.;;;;;;;;;подпись ______;")]
    [InlineData(";Адис:;;;;;Н. Осмонова;;;;")]
    [InlineData("Директор;;;;______;;;;;;А. Мамытов"), InlineData(";Prepared by: A. Tologonova, legal aid officer;;;;;signature ____;;;;"), InlineData(";;Юрист: Сыдыкова А.;;;;;;;;"), InlineData("Исполнитель: Асанов Б. А.;;;;______;;;;;;"), InlineData(";Директор;;;;;;;подпись;;"), InlineData("Төрага;;;;;;колу;;;;")]
    public void Who_signed_the_register_is_no_entry(string line) => Last(line).Status.ShouldBe(RegisterRowStatus.Skipped);

    [Theory]
    [InlineData(";;Директорова Айгуль;;;;;;;;"), InlineData(";16.05.2023;Директор фирмы Асанов А.;;;;не платит;;;;"), InlineData(";;Директор Асанов А.;0777123456;;;;;;;"), InlineData(";;Секретарь Асанова А.;;;;зарплата;;;;"), InlineData(";;Исполнитель Асанов А.;;;Россия;;;;;")]
    [InlineData("Директор: Асанов А.;;;;;;не отдаёт расчёт;;;;"), InlineData(";;Составил: Асанов А.;;;;;50000;;;")]
    [InlineData(";;;;;;;;;Директор Иванов И. угрожает ей и держит паспорт;"), InlineData(";;Специалист Асанова А.;;;;;;;Работодатель Иванов И. забрал паспорт;"), InlineData(";;;;;;;;;проверил документы Иванов И.;"), InlineData(";;;;;;;;;за месяц 3 случая избиения;")]
    [InlineData(";дата неизвестна;ФИО не сказала;телефон не дала;ж;;;сумма неизвестна;;;")]
    public void What_bears_a_day_a_question_a_phone_or_a_sum_stays_in(string line) => Last(line).Status.ShouldNotBe(RegisterRowStatus.Skipped);

    [Theory, InlineData(";Январь боюнча: 6 кайрылуу;;;;;;190000;47500;;"), InlineData(";за март: 12 обращений;;;;;;190000;;;"), InlineData("1 квартал: 14 консультаций;;;;;;90000;;;"), InlineData(";Mart oyi: 8 ta murojaat;;;;;;25000;;;"), InlineData(";July: 9 consultations;;;;;;1200;300;;")]
    public void What_a_month_adds_up_to_is_no_entry(string line) => Last(line).Status.ShouldBe(RegisterRowStatus.Skipped);

    [Theory, InlineData(";январь, 2 обращения;Асанова Айгуль;;ж;Россия;зарплата;190000;;;"), InlineData(";март: 2 человека;;0777123456;;;;190000;;;"), InlineData(";март: 2 человека;;;;;не отдают;190000;;;")]
    public void A_month_beside_an_entry_stays_one(string line) => Last(line).Status.ShouldNotBe(RegisterRowStatus.Skipped);

    [Fact]
    public void The_same_headings_in_a_second_language_are_no_entry()
    {
        var read = Readings.Read("No.;Date;Beneficiary;Sex;Country of destination;Issue raised;Notes\n№;Дата;Бенефициар;Пол;Страна назначения;Проблема;Примечания\n1;15/05/2023;Асанова Айгуль;F;Russia;unpaid wages;\n");
        read.Rows[1].Status.ShouldBe(RegisterRowStatus.Skipped);
        read.Rows[2].Name.ShouldBe("Асанова Айгуль");
    }

    private static RegisterRow Last(string line) => Readings.Read(Headings + line + "\n").Rows[2];
}
